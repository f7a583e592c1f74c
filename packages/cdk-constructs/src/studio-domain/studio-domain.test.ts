import { App, Stack, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { CfnModel, CfnModelPackageGroup, CfnModelQualityJobDefinition } from 'aws-cdk-lib/aws-sagemaker';
import { describe, expect, it } from 'vitest';
import { StudioDomain } from '../index.js';

const ID = 'd-abc123def456';

function stackWithModels(): Stack {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-west-1', account: '123456789012' } });
  new CfnModelPackageGroup(stack, 'Group', { modelPackageGroupName: 'churn' });
  new CfnModel(stack, 'Model', { executionRoleArn: 'r', tags: [{ key: 'own', value: 'x' }] });
  new s3.Bucket(stack, 'Bucket');
  return stack;
}

function tagsOf(stack: Stack, type: string): Record<string, unknown> {
  const [found] = Object.values(Template.fromStack(stack).findResources(type));
  const tags: { Key: string; Value: unknown }[] = found?.Properties?.Tags ?? [];
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

describe('StudioDomain', () => {
  it('tags what SageMaker shows, beside tags that are there, and nothing else', () => {
    const stack = stackWithModels();
    new StudioDomain({ domainId: ID, projectName: 'churn' }).tag(stack);
    const domain = {
      'sagemaker:domain-id': ID,
      'sagemaker:domain-arn': {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:sagemaker:eu-west-1:123456789012:domain/${ID}`]],
      },
      'sagemaker:project-name': 'churn',
    };
    expect(tagsOf(stack, 'AWS::SageMaker::ModelPackageGroup')).toEqual(domain);
    expect(tagsOf(stack, 'AWS::SageMaker::Model')).toEqual({ ...domain, own: 'x' });
    expect(tagsOf(stack, 'AWS::S3::Bucket')).toEqual({});
  });

  it('tags one construct, of a type that nobody listed', () => {
    const stack = stackWithModels();
    const definition = new CfnModelQualityJobDefinition(stack, 'Quality', {
      jobResources: { clusterConfig: { instanceCount: 1, instanceType: 'ml.m5.large', volumeSizeInGb: 1 } },
      modelQualityAppSpecification: { imageUri: 'i', problemType: 'Regression' },
      modelQualityJobInput: { groundTruthS3Input: { s3Uri: 's3://b/g' } },
      modelQualityJobOutputConfig: { monitoringOutputs: [] },
      roleArn: 'r',
    });
    const domainArn = `arn:aws-cn:sagemaker:cn-north-1:123456789012:domain/${ID}`;
    new StudioDomain({ domainId: ID, domainArn }).tag(definition);
    expect(tagsOf(stack, 'AWS::SageMaker::ModelQualityJobDefinition')).toEqual({
      'sagemaker:domain-id': ID,
      'sagemaker:domain-arn': domainArn,
    });
    expect(tagsOf(stack, 'AWS::SageMaker::ModelPackageGroup')).toEqual({});
  });

  it('takes tokens, and the parameter that MDAA publishes', () => {
    const stack = stackWithModels();
    new StudioDomain({ domainId: Token.asString({ Ref: 'Domain' }) }).tag(stack);
    expect(tagsOf(stack, 'AWS::SageMaker::Model')).toMatchObject({ 'sagemaker:domain-id': { Ref: 'Domain' } });

    const other = stackWithModels();
    StudioDomain.fromParameter(other, { domain: 'sales', moduleName: 'studio' }).tag(other);
    Template.fromStack(other).hasParameter('*', { Default: '/millrace/sales/studio/domain/id' });
    expect(tagsOf(other, 'AWS::SageMaker::Model')).toMatchObject({
      'sagemaker:domain-id': { Ref: expect.stringMatching('^SsmParameterValue') },
      'sagemaker:domain-arn': { 'Fn::Join': ['', expect.arrayContaining([{ Ref: expect.any(String) }])] },
    });
    Template.fromStack(other).hasResourceProperties('AWS::SageMaker::Model', { Tags: Match.anyValue() });
  });

  it.each([
    [{ domainId: 'churn' }, /^Stack: domainId is "churn"\. Allowed: text as d-abc/],
    [{ domainId: ID, domainArn: ID }, /^Stack: domainArn is "d-abc/],
  ])('refuses %j', (props, message) => {
    expect(() => new StudioDomain(props).tag(stackWithModels())).toThrow(message);
  });
});
