import { platformInputOf, ssmParametersOf } from '@millrace/compiler';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import { SsmParameters } from './ssm-parameters.js';

function publish(given: Readonly<Record<string, string>> = {}): Template {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const input = platformInputOf(
    { Version: '2020-12-01', Steps: [] },
    { pipelineName: 'a-b-sm-pipeline', projectName: 'a-b', modelPackageGroupName: 'churn' },
  );
  const values = {
    pipelineRoleArn: 'arn:aws:iam::111111111111:role/pipeline',
    jobRoleArn: 'arn:aws:iam::111111111111:role/job',
    bucket: 'our-models',
    kmsKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/1',
    ...given,
  };
  const standard = standardDeployValues(stack, { environment: 'dev', projectName: 'a-b', values });
  const binder = new DeployValueBinder(stack, standard);
  new SsmParameters(stack, 'Parameters', { parameters: ssmParametersOf(input), binder });
  return Template.fromStack(stack);
}

it('publishes each value under the names of MDAA, and as an output of the same name', () => {
  const template = publish({ org: 'acme', domain: 'retail', module_name: 'ml' });
  const parameters = Object.values(template.findResources('AWS::SSM::Parameter')).map(({ Properties }) => Properties);
  const outputs = Object.values(template.findOutputs('*'));
  const keys = [
    'pipeline-name',
    'pipeline-arn',
    'execution-role-arn',
    'model-bucket-name',
    'kms-key-id',
    'model-package-group-name',
    'model-package-group-arn',
  ];
  expect(parameters.map(({ Name }) => Name)).toEqual(keys.map((key) => `/acme/retail/ml/sm-pipeline/a-b/${key}`));
  expect(outputs.map((output) => output['Export'].Name)).toEqual(
    keys.map((key) => `acme:retail:ml:sm-pipeline:a-b:${key}`),
  );
  expect(outputs.map((output) => output['Value'])).toEqual(parameters.map(({ Value }) => Value));
  expect(parameters[3]).toMatchObject({ Type: 'String', Value: 'our-models', Description: expect.any(String) });
});

it('has ids that follow the keys, and not their order', () => {
  const ids = Object.keys(publish().findResources('AWS::SSM::Parameter'));
  expect(ids[0]).toMatch(/^Parameterspipelinename[0-9A-F]{8}$/);
  expect(ids.at(-1)).toMatch(/^Parametersmodelpackagegrouparn[0-9A-F]{8}$/);
});

it('names exports as CloudFormation takes them', () => {
  const [first] = Object.values(publish({ module_name: 'my_module.v2' }).findOutputs('*'));
  expect(first?.['Export'].Name).toBe('millrace:dev:my-module-v2:sm-pipeline:a-b:pipeline-name');
});
