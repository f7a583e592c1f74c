import { expect, it } from 'vitest';
import { ARTIFACT_LAYOUT, artifactKey, checkpointKey, codeKey, modelKey, runOutputKey } from './artifact-layout.js';
import { deployValue } from './deploy-value.js';

const owner = { environment: 'dev', pipeline: ['churn', '-sm-pipeline'] };
const written = (parts: readonly unknown[]) =>
  parts.map((part) => (typeof part === 'string' ? part : '<value>')).join('');

it('builds every key below environment and pipeline', () => {
  const execution = { Get: 'Execution.PipelineExecutionId' };
  expect(written(runOutputKey(owner, { execution, step: 'Prep', output: 'train' }))).toBe(
    'dev/churn-sm-pipeline/runs/<value>/Prep/train',
  );
  expect(written(modelKey(owner, execution))).toBe('dev/churn-sm-pipeline/models/<value>');
  expect(written(checkpointKey(owner, { execution, step: 'T' }))).toBe('dev/churn-sm-pipeline/checkpoints/<value>/T');
  expect(written(codeKey({ ...owner, environment: deployValue('environment') }, 'ab'))).toBe(
    '<value>/churn-sm-pipeline/code/ab',
  );
  expect(written(artifactKey(owner, 'data'))).toBe('dev/churn-sm-pipeline/data');
});

it('keeps models and code, and lets what can be computed again expire', () => {
  const expiring = Object.entries(ARTIFACT_LAYOUT).filter(
    ([, { lifecycle }]) => lifecycle.expireAfterDays !== undefined,
  );
  expect(expiring.map(([area]) => area)).toEqual(['runs', 'checkpoints', 'reports']);
});
