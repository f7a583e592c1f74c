import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileSpec, nodeFiles } from '@millrace/compiler';
import type { PlainJson } from '@millrace/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { repositoryRoot } from '../repository.js';
import { compileText } from './compile-text.js';
import { jsonAt } from './json-at.js';
import { describeShared, readShared, sharedPath } from './shared-folder.js';
import { stepOf } from './step-of.js';

const SEEDS = ['sample-config-minimal.yaml', 'sample-config-comprehensive.yaml'];

describeShared('sample configurations of the seed', () => {
  test.each(SEEDS)('%s compiles as it is', async (file) => {
    const source = { file, text: readShared('seeds', file) };
    const { value, diagnostics } = await compileSpec(source, { files: nodeFiles(sharedPath('seeds')) });
    expect(value).toBeDefined();
    // Both use images with the tag latest; the comprehensive one declares three parameters that no step reads.
    const known = ['definition/image-may-change', 'graph/unused-parameter'];
    const remarks = diagnostics.map(({ code }) => code).filter((code) => !known.includes(code));
    expect(remarks).toEqual([]);
  });

  const isBuilt = existsSync(join(repositoryRoot, 'apps/millrace/dist/cli.js'));
  test.skipIf(!isBuilt).each(SEEDS)('%s ends the built command with 0 and no flag (not run before a build)', (file) => {
    const launcher = join(repositoryRoot, 'apps/millrace/bin/millrace.js');
    const printed = execFileSync(process.execPath, [launcher, 'compile', sharedPath('seeds', file)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(printed)).toMatchObject({ Version: '2020-12-01' });
  });

  test('the condition of the comprehensive one is what SageMaker expects', async () => {
    const { definition } = await compileText('seed.yaml', readShared('seeds', 'sample-config-comprehensive.yaml'));
    const check = stepOf(definition, 'CheckMSE');
    expect(jsonAt(check, 'Arguments', 'Conditions')).toEqual([
      {
        Type: 'LessThanOrEqualTo',
        LeftValue: {
          'Std:JsonGet': {
            PropertyFile: { Get: 'Steps.EvaluateModel.PropertyFiles.EvaluationReport' },
            Path: 'regression_metrics.mse.value',
          },
        },
        RightValue: 6,
      },
    ]);
    expect(jsonAt(check, 'Arguments', 'ElseSteps')).toEqual([]);
  });

  test('steps in any order give the same definition but for their order', async () => {
    const { pipeline, ...top } = parse(readShared('seeds', 'sample-config-comprehensive.yaml'));
    const inOrder = await definitionOf({ ...top, pipeline });
    const shuffled = fc.shuffledSubarray(pipeline.steps, { minLength: pipeline.steps.length });
    await fc.assert(
      fc.asyncProperty(shuffled, async (steps) => {
        expect(sortedByName(await definitionOf({ ...top, pipeline: { ...pipeline, steps } }))).toEqual(
          sortedByName(inOrder),
        );
      }),
      { numRuns: 30 },
    );
  });
});

async function definitionOf(spec: unknown): Promise<PlainJson | undefined> {
  return (await compileText('shuffled.yaml', stringify(spec))).definition;
}

function sortedByName(definition: PlainJson | undefined): unknown {
  const steps = jsonAt(definition, 'Steps');
  if (!Array.isArray(steps)) return undefined;
  const names = (step: PlainJson) => String(jsonAt(step, 'Name'));
  return { ...(definition as object), Steps: steps.toSorted((a, b) => names(a).localeCompare(names(b))) };
}
