import type { PlacedCode } from '@millrace/compiler';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { LONGEST_INLINE_DEFINITION, PipelineContent } from './pipeline-content.js';

const FILES = [{ path: 'train.py', bytes: new TextEncoder().encode('print(1)') }];
const CODE: PlacedCode = { sha256: 'a'.repeat(64), files: FILES, sources: FILES, uri: '' };

function contentWith(given: { code?: readonly PlacedCode[]; definition?: string }, stack = new Stack(new App(), 'S')) {
  const key = new kms.Key(stack, 'Key');
  const bucket = s3.Bucket.fromBucketName(stack, 'Bucket', 'artifacts');
  const content = new PipelineContent(stack, 'Content', {
    bucket,
    key,
    prefix: 'dev/churn/code',
    code: given.code ?? [],
    definition: given.definition ?? '{}',
  });
  return { stack, content, template: Template.fromStack(stack) };
}

describe('PipelineContent', () => {
  it('deploys nothing where the definition is short and there are no scripts', () => {
    const { content, template } = contentWith({});
    expect(content.definition).toEqual({ PipelineDefinitionBody: '{}' });
    expect(content.hashes).toEqual([]);
    template.resourceCountIs('Custom::CDKBucketDeployment', 0);
    template.resourceCountIs('AWS::Lambda::Function', 0);
  });

  it('puts scripts below the hash of their content, and keeps what is there', () => {
    const { content, template } = contentWith({ code: [CODE] });
    expect(content.hashes).toEqual([CODE.sha256]);
    template.hasResourceProperties('Custom::CDKBucketDeployment', {
      DestinationBucketName: 'artifacts',
      DestinationBucketKeyPrefix: 'dev/churn/code',
      Prune: false,
      RetainOnDelete: true,
    });
  });

  it('hands a long definition over by S3, below a key that changes with it', () => {
    const long = (text: string) => JSON.stringify({ text: text.repeat(LONGEST_INLINE_DEFINITION) });
    const one = contentWith({ definition: long('a') }).content;
    const other = contentWith({ definition: long('b') }).content;
    expect(one.definition).toEqual({
      PipelineDefinitionS3Location: { Bucket: 'artifacts', Key: `dev/churn/code/${one.hashes[0]}/definition.json` },
    });
    expect(other.hashes).not.toEqual(one.hashes);
  });

  it('takes tokens in a long definition', () => {
    const stack = new Stack(new App(), 'S');
    const definition = `{"region":"${stack.region}","text":"${'a'.repeat(LONGEST_INLINE_DEFINITION)}"}`;
    const { template } = contentWith({ definition }, stack);
    template.hasResourceProperties('Custom::CDKBucketDeployment', {
      SourceMarkers: [Match.objectLike({ '<<marker:0xbaba:0>>': { Ref: 'AWS::Region' } })],
    });
  });

  it('lets the deployer read these archives and write below this prefix, and nothing else', () => {
    const { template } = contentWith({ code: [CODE] });
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Sid: 'ReadArchives', Action: 's3:GetObject' }),
          Match.objectLike({ Sid: 'ListContent', Condition: { StringLike: { 's3:prefix': 'dev/churn/code/*' } } }),
          Match.objectLike({
            Sid: 'WriteContent',
            Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::artifacts/dev/churn/code/*']] },
          }),
          Match.objectLike({ Sid: 'EncryptContent', Action: ['kms:Decrypt', 'kms:GenerateDataKey'] }),
        ],
      },
    });
    template.resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('shares one function in a stack, with a policy for each pipeline', () => {
    const stack = new Stack(new App(), 'S');
    const key = new kms.Key(stack, 'Other');
    const bucket = s3.Bucket.fromBucketName(stack, 'OtherBucket', 'other');
    const code = [CODE];
    new PipelineContent(stack, 'OtherContent', { bucket, key, prefix: 'dev/other/code', code, definition: '{}' });
    const { template } = contentWith({ code }, stack);
    template.resourceCountIs('AWS::Lambda::Function', 1);
    template.resourceCountIs('Custom::CDKBucketDeployment', 2);
  });
});
