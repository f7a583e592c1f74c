import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSpec } from '@millrace/compiler';
import { type Json, type PlainJson, toPlainJson } from '@millrace/schema';
import { expect, test } from 'vitest';
import { ensureVirtualEnvironment } from '../python-environment.js';
import { repositoryRoot } from '../repository.js';

test('the condition of the comprehensive example is the one that the SageMaker SDK writes', async (context) => {
  const oracle = await conditionOfSdk();
  if ('obstacle' in oracle) return context.skip(`not run: ${oracle.obstacle}`);
  expect(await conditionsOfExample()).toEqual([oracle.condition]);
});

type Oracle = { readonly condition: unknown } | { readonly obstacle: string };

async function conditionOfSdk(): Promise<Oracle> {
  const environment = await ensureVirtualEnvironment(join(repositoryRoot, 'tools/requirements/sdk-v2.txt')).catch(
    (error: unknown) => ({ obstacle: error instanceof Error ? error.message : String(error) }),
  );
  if ('obstacle' in environment) {
    // Without network there is no oracle; any other failure is ours.
    if (!/PyPI cannot be reached|python3 is not on PATH/.test(environment.obstacle))
      throw new Error(environment.obstacle);
    return environment;
  }
  const program = join(import.meta.dirname, 'build_condition.py');
  const printed = execFileSync(environment.python, [program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { condition: JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '') };
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
