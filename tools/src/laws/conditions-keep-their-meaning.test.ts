import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSpec } from '@millrace/compiler';
import { listDecisions, runDryRun } from '@millrace/local-dry-run-simulator';
import { type Json, type PlainJson, toPlainJson } from '@millrace/schema';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';

const state = mkdtempSync(join(tmpdir(), 'millrace-conditions-'));
afterAll(() => rmSync(state, { recursive: true }));

/** What an operand is worth: a value, or nothing that anybody knows before the run. */
type Worth = string | number | undefined;
/** What a condition is worth. */
type Truth = boolean | undefined;

interface Operand {
  readonly written: PlainJson;
  readonly worth: Worth;
}

interface Tree {
  readonly written: PlainJson;
  readonly truth: Truth;
}

const METRIC = { property: "Train.FinalMetricDataList['auc'].Value" };

const numbers: fc.Arbitrary<Operand> = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((worth) => ({ written: worth, worth })),
  fc.constant({ written: { parameter: 'Two' }, worth: 2 }),
  fc.constant({ written: METRIC, worth: undefined }),
);

const texts: fc.Arbitrary<Operand> = fc.oneof(
  fc.constantFrom('a', 'b', 'c-b').map((worth) => ({ written: worth, worth })),
  fc.constant({ written: `\${parameters.B}`, worth: 'b' }),
  fc.constant({ written: { join: { on: '-', values: ['c', { parameter: 'B' }] } }, worth: 'c-b' }),
);

const ORDERS: Readonly<Record<string, (left: string | number, right: string | number) => boolean>> = {
  Equals: (left, right) => left === right,
  NotEquals: (left, right) => left !== right,
  GreaterThan: (left, right) => left > right,
  GreaterThanOrEqualTo: (left, right) => left >= right,
  LessThan: (left, right) => left < right,
  LessThanOrEqualTo: (left, right) => left <= right,
};

function comparisonsOf(operands: fc.Arbitrary<Operand>): fc.Arbitrary<Tree> {
  return fc
    .record({ operator: fc.constantFrom(...Object.keys(ORDERS)), left: operands, right: operands })
    .map(({ operator, left, right }) => ({
      written: { operator, left: left.written, right: right.written },
      truth: holds(operator, left.worth, right.worth),
    }));
}

function holds(operator: string, left: Worth, right: Worth): Truth {
  return left === undefined || right === undefined ? undefined : ORDERS[operator]?.(left, right);
}

function membershipsOf(operands: fc.Arbitrary<Operand>): fc.Arbitrary<Tree> {
  const members = fc.array(operands, { minLength: 1, maxLength: 3 });
  return fc.record({ operator: fc.constantFrom('In', 'NotIn'), query: operands, members }).map((drawn) => {
    const { operator, query, members: list } = drawn;
    const isMember = anyOf(list.map(({ worth }) => holds('Equals', query.worth, worth)));
    return {
      written: { operator, left: query.written, in: list.map(({ written }) => written) },
      truth: operator === 'In' ? isMember : notOf(isMember),
    };
  });
}

function anyOf(truths: readonly Truth[]): Truth {
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
}

function notOf(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function allOf(truths: readonly Truth[]): Truth {
  return notOf(anyOf(truths.map(notOf)));
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
  const several = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(...[numbers, texts].flatMap((each) => [comparisonsOf(each), membershipsOf(each)])),
      several.map((list) => ({ written: { all: list.map(written) }, truth: allOf(list.map(truth)) })),
      several.map((list) => ({ written: { any: list.map(written) }, truth: anyOf(list.map(truth)) })),
      tie('tree').map((each) => ({ written: { not: each.written }, truth: notOf(each.truth) })),
    ),
  };
});

function written(each: Tree): PlainJson {
  return each.written;
}

function truth(each: Tree): Truth {
  return each.truth;
}

test('a tree of conditions means the same in the spec and in the definition', { timeout: 60_000 }, async () => {
  // A list of several trees for each Condition step: all of them must hold.
  const steps = fc.array(fc.array(tree, { minLength: 1, maxLength: 2 }), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(steps, async (lists) => {
      expect(await outcomesOf(lists)).toEqual(lists.map((list) => allOf(list.map(truth)) ?? 'undecided'));
    }),
    { numRuns: 25 },
  );
});

/** What the simulator makes of the lowered conditions, in the order of the steps. */
async function outcomesOf(
  lists: readonly (readonly Tree[])[],
): Promise<readonly (boolean | 'undecided' | undefined)[]> {
  const files = { read: () => undefined, list: () => undefined };
  const { value, diagnostics } = await compileSpec({ file: 'trees.yaml', text: specOf(lists) }, { files });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  // A definition is JSON; its typed view only says more. Nothing in it is bound, so it is read as it is.
  const definition = toPlainJson((value?.definition ?? {}) as unknown as Json);
  const run = await runDryRun({ definition, pipelineName: 'trees', launcher: 'scripted', stateDirectory: state });
  expect(run.diagnostics).toEqual([]);
  const outcomes = new Map(listDecisions(run.events).map(({ step, outcome }) => [step, outcome]));
  return lists.map((_, index) => outcomes.get(`C${index}`));
}

function specOf(lists: readonly (readonly Tree[])[]): string {
  const train = {
    imageUri: 'image',
    instanceType: 'ml.m5.large',
    inputChannels: [{ channelName: 'train', s3Uri: 's3://bucket/train' }],
    outputPath: 's3://bucket/models',
    metrics: [{ name: 'auc', regex: 'auc=(.*)' }],
  };
  const checks = lists.map((list, index) => ({
    name: `C${index}`,
    type: 'Condition',
    condition: { conditions: list.map(written), ifSteps: [] },
  }));
  // JSON is YAML, without the aliases that repeated values would get.
  return JSON.stringify({
    projectName: 'trees',
    pipeline: {
      parameters: [
        { name: 'Two', type: 'Integer', defaultValue: 2 },
        { name: 'B', type: 'String', defaultValue: 'b' },
      ],
      steps: [{ name: 'Train', type: 'Training', training: train }, ...checks],
    },
  });
}
