import { expectCompiles } from '@millrace/compiler/testing';
import { checkDefinitionPolicies, GOVERNANCE_RULES, policyOf } from '@millrace/governance-policies';
import { formatPath } from '@millrace/schema';
import { expect, test } from 'vitest';

const SPEC = `
projectName: p
pipeline:
  defaults:
    environment: { TOKEN: glpat-0123456789abcdefghij }
  steps:
    - name: One
      type: Processing
      processing: { imageUri: '111122223333.dkr.ecr.us-east-1.amazonaws.com/p:latest', instanceType: ml.m5.large }
    - name: Two
      type: Processing
      processing: { imageUri: '111122223333.dkr.ecr.us-east-1.amazonaws.com/p:1.0', instanceType: ml.m5.large, maxRuntime: 1h }
`;

const FILE_LINES = SPEC.split('\n');

async function findings(...rules: readonly string[]) {
  const { definition, document, originOf } = await expectCompiles(SPEC);
  const policy = policyOf({ rules: GOVERNANCE_RULES, profiles: ['regulated'] }).value ?? [];
  const found = checkDefinitionPolicies(definition, { policy, document, originOf });
  return found
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, steps, path, range }) => ({
      rule,
      steps,
      path: formatPath(path),
      line: FILE_LINES[(range?.start.line ?? 0) - 1]?.trim().slice(0, 24),
    }));
}

test('findings point at what the author wrote', async () => {
  expect(await findings('MR-IMG-002')).toEqual([
    {
      rule: 'MR-IMG-002',
      steps: ['One'],
      path: 'pipeline.steps[0].processing.imageUri',
      line: 'processing: { imageUri: ',
    },
  ]);
});

test('what is missing is shown at what lacks it', async () => {
  expect(await findings('MR-RES-001')).toEqual([
    { rule: 'MR-RES-001', steps: ['One'], path: 'pipeline.steps[0].processing', line: 'processing: { imageUri: ' },
  ]);
});

test('what steps inherit is told once, where it is written', async () => {
  expect(await findings('MR-SEC-001')).toEqual([
    {
      rule: 'MR-SEC-001',
      steps: ['One', 'Two'],
      path: 'pipeline.defaults.environment.TOKEN',
      line: 'environment: { TOKEN: gl',
    },
  ]);
});
