import { resolve } from 'node:path';
import { App, Aws, Stack } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { MlPipeline } from '../ml-pipeline/ml-pipeline.js';
import { PipelineSource } from './pipeline-source.js';

it('says where it looked for a file that is not there', async () => {
  const message = `There is no file nope.yaml: looked for ${resolve('nope.yaml')}. Paths start from the working directory.`;
  await expect(PipelineSource.fromSpecFile('nope.yaml')).rejects.toThrow(message);
  await expect(PipelineSource.fromDefinitionFile('nope.yaml', { pipelineName: 'p' })).rejects.toThrow(message);
});

it('names places in a spec object by their path, and tokens as tokens', async () => {
  const steps = [{ name: 'Stop', type: 'Fial', fail: { message: `no data in ${Aws.REGION}` } }];
  const { message } = (await PipelineSource.fromSpec({ projectName: `p ${Aws.REGION}`, pipeline: { steps } }).catch(
    (error: Error) => error,
  )) as Error;
  expect(message).toMatch(/^spec cannot be deployed:\npipeline\.steps\[0\]\.type error /m);
  expect(message).not.toContain('aws-cdk-token');
  expect(message).not.toContain('spec:');
});

it('is told apart from a promise of it, where no types do', () => {
  const stack = new Stack(new App(), 'S');
  // As a program in JavaScript can.
  const forgotten = PipelineSource.fromSpec({}) as unknown as PipelineSource;
  (forgotten as unknown as Promise<unknown>).catch(() => undefined);
  expect(() => new MlPipeline(stack, 'P', { source: forgotten })).toThrow(
    'S/P: source is "a Promise". Allowed: a PipelineSource, awaited. Write: source: await PipelineSource.fromSpecFile("pipeline.yaml").',
  );
});
