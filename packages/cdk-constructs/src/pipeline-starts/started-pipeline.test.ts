import { App, Aws, Stack } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { spellings } from './started-pipeline.js';

const pipelineArn = (name: string) => `arn:aws:sagemaker:eu-west-1:111111111111:pipeline/${name}`;

it('knows a pipeline also by the name in lower case, which SageMaker may use', () => {
  expect(spellings({ pipelineName: 'Churn', pipelineArn: pipelineArn('Churn') })).toEqual([
    pipelineArn('Churn'),
    pipelineArn('churn'),
  ]);
  expect(spellings({ pipelineName: 'churn', pipelineArn: pipelineArn('churn') })).toEqual([pipelineArn('churn')]);
});

it('leaves names alone that only deployment knows', () => {
  const { region } = new Stack(new App(), 'S');
  expect(region).toBe(Aws.REGION);
  expect(spellings({ pipelineName: `C-${region}`, pipelineArn: pipelineArn(`C-${region}`) })).toHaveLength(1);
});
