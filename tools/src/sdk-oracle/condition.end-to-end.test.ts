import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSpec } from '@millrace/compiler';
import { type Json, type PlainJson, toPlainJson } from '@millrace/schema';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../repository.js';
import { findOracle } from './find-oracle.js';

test('the condition of the comprehensive example is the one that the SageMaker SDK writes', async (context) => {
  const oracle = await findOracle();
  if ('obstacle' in oracle) return context.skip(`not run: ${oracle.obstacle}`);
  expect(await conditionsOfExample()).toEqual([conditionOfSdk(oracle.python)]);
});

function conditionOfSdk(python: string): unknown {
  const program = join(import.meta.dirname, 'build_condition.py');
  const printed = execFileSync(python, [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
}

async function conditionsOfExample(): Promise<PlainJson | undefined> {
  const file = join(repositoryRoot, 'examples/mdaa-comprehensive/pipeline.yaml');
  const files = { read: () => undefined, list: () => undefined };
  const { value } = await compileSpec({ file, text: readFileSync(file, 'utf8') }, { files });
  const check = value?.definition.Steps.find(({ Type: type }) => type === 'Condition');
  // A definition is JSON; its typed view only says more.
  const { Conditions: conditions } = toPlainJson((check?.Arguments ?? {}) as Json) as Record<string, PlainJson>;
  return conditions;
}
