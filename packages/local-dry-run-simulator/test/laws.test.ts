import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionEvent, PlainJson, Scenario } from '@millrace/schema';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type DryRunRequest, runDryRun } from '../src/index.js';

const state = mkdtempSync(join(tmpdir(), 'millrace-laws-'));
afterAll(() => rmSync(state, { recursive: true }));

interface Drawn {
  readonly kind: 'job' | 'gate' | 'open-gate' | 'fail';
  readonly after: readonly number[];
  readonly branch: number | undefined;
  readonly outcome: boolean;
  readonly ends: 'well' | 'badly' | 'faulty';
  readonly seconds: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom('job', 'job', 'job', 'gate', 'open-gate', 'fail'),
  after: fc.array(fc.nat(11), { maxLength: 3 }),
  branch: fc.option(fc.nat(11), { nil: undefined }),
  outcome: fc.boolean(),
  ends: fc.constantFrom('well', 'well', 'well', 'badly', 'faulty'),
  seconds: fc.nat(600),
});

/** A random pipeline: steps refer to earlier steps only, and a step may stand in a branch of an earlier condition. */
const pipelines = fc
  .array(drawn, { minLength: 1, maxLength: 12 })
  .map((list) => ({ definition: draw(list), scenario: script(list) }));

function draw(list: readonly Drawn[]): PlainJson {
  const branches = list.map(() => ({ if: [] as PlainJson[], else: [] as PlainJson[] }));
  const top: PlainJson[] = [];
  list.forEach((each, index) => {
    const parent = each.branch === undefined ? -1 : each.branch % (index + 1);
    const step = toStep(list, index, branches[index] ?? { if: [], else: [] });
    const sides = isGate(list[parent]) && parent < index ? branches[parent] : undefined;
    (sides === undefined ? top : each.outcome ? sides.if : sides.else).push(step);
  });
  return { Version: '2020-12-01', Steps: top };
}

function isGate(each: Drawn | undefined): boolean {
  return each?.kind === 'gate' || each?.kind === 'open-gate';
}

function toStep(
  list: readonly Drawn[],
  index: number,
  sides: { readonly if: PlainJson[]; readonly else: PlainJson[] },
): PlainJson {
  const each = list[index];
  const after = [...new Set((each?.after ?? []).filter((name) => name < index && list[name]?.kind !== 'fail'))];
  const envelope = { Name: `S${index}`, DependsOn: after.map((name) => `S${name}`) };
  const open = { Get: "Steps.Metric.FinalMetricDataList['x'].Value" };
  switch (each?.kind) {
    case 'gate':
    case 'open-gate': {
      const left = each.kind === 'gate' ? 1 : open;
      const conditions = [{ Type: 'Equals', LeftValue: left, RightValue: each.outcome ? 1 : 2 }];
      return {
        ...envelope,
        Type: 'Condition',
        Arguments: { Conditions: conditions, IfSteps: sides.if, ElseSteps: sides.else },
      };
    }
    case 'fail':
      return { ...envelope, Type: 'Fail', Arguments: { ErrorMessage: 'no' } };
    default:
      return {
        ...envelope,
        Type: 'Processing',
        RetryPolicies: [{ ExceptionType: ['Step.SERVICE_FAULT'], IntervalSeconds: 7, MaxAttempts: 2 }],
        Arguments: {},
      };
  }
}

function script(list: readonly Drawn[]): Scenario {
  const entries = list.flatMap((each, index) => {
    if (each.kind !== 'job') return [];
    const end =
      each.ends === 'badly' ? { fail: {} } : each.ends === 'faulty' ? { fault: 'Step.SERVICE_FAULT' as const } : {};
    return [
      [
        `S${index}`,
        { duration: each.seconds, attempts: each.ends === 'faulty' ? [{ ...end, after: 3 }, {}] : [end] },
      ] as const,
    ];
  });
  return { steps: Object.fromEntries(entries) };
}

// The open gates read a metric of this step, which no scenario gives.
const METRIC = { Name: 'Metric', Type: 'Training', Arguments: { OutputDataConfig: { S3OutputPath: 's3://b/m' } } };

async function run(
  { definition, scenario }: { definition: PlainJson; scenario: Scenario },
  more: Partial<DryRunRequest> = {},
) {
  const steps = [METRIC, ...(definition as { Steps: PlainJson[] }).Steps];
  const request = {
    definition: { Version: '2020-12-01', Steps: steps },
    pipelineName: 'p',
    launcher: 'scripted',
    stateDirectory: state,
  } as const;
  const dryRun = await runDryRun({ ...request, scenario, ...more });
  expect(dryRun.diagnostics).toEqual([]);
  return dryRun;
}

const FINAL = new Set(['step-ended', 'step-skipped', 'step-undecided']);

function stepEvents(events: readonly ExecutionEvent[], types: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (types.has(event.type) && 'step' in event && event.step !== undefined)
      counts.set(event.step, (counts.get(event.step) ?? 0) + 1);
  }
  return counts;
}

test('a history begins and ends once, counts without gaps, never goes back in time, and names earlier causes', async () => {
  await fc.assert(
    fc.asyncProperty(pipelines, async (pipeline) => {
      const { events } = await run(pipeline);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect(events.filter(({ type }) => type === 'execution-started')).toEqual([events[0]]);
      expect(events.filter(({ type }) => type === 'execution-ended')).toEqual([events.at(-1)]);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
      for (const { seq, cause } of events) for (const each of cause) expect(each).toBeLessThan(seq);
    }),
  );
});

test('every step has exactly one end, and every attempt too', async () => {
  await fc.assert(
    fc.asyncProperty(pipelines, async (pipeline) => {
      const { events, summary } = await run(pipeline);
      const ends = stepEvents(events, FINAL);
      for (const { name } of summary.steps) expect(ends.get(name)).toBe(1);
      expect(stepEvents(events, new Set(['attempt-started']))).toEqual(stepEvents(events, new Set(['attempt-ended'])));
      for (const { status } of summary.steps) expect(['Starting', 'Executing']).not.toContain(status);
    }),
  );
});

test('a step runs only after all its predecessors have succeeded', async () => {
  await fc.assert(
    fc.asyncProperty(pipelines, async (pipeline) => {
      const { events, summary } = await run(pipeline);
      const [started] = events.filter((event) => event.type === 'execution-started');
      const status = new Map(summary.steps.map((step) => [step.name, step.status]));
      for (const { name, after } of started?.steps ?? []) {
        if (status.get(name) !== 'Succeeded') continue;
        for (const before of after) expect(status.get(before)).toBe('Succeeded');
      }
    }),
  );
});

test('two scripted runs of the same input are equal byte for byte, whatever ran before', async () => {
  await fc.assert(
    fc.asyncProperty(pipelines, async (pipeline) => {
      expect(JSON.stringify((await run(pipeline)).events)).toBe(JSON.stringify((await run(pipeline)).events));
    }),
    { numRuns: 30 },
  );
});

test('a cap on parallel steps is kept, and changes no outcome when nothing fails', async () => {
  await fc.assert(
    fc.asyncProperty(pipelines, fc.integer({ min: 1, max: 3 }), async (pipeline, maxParallelSteps) => {
      const { events, summary } = await run(pipeline, { maxParallelSteps });
      let running = 0;
      for (const event of events) {
        if (event.type === 'step-started') running += 1;
        if (event.type === 'step-ended' || (event.type === 'step-undecided' && wasStarted(events, event.step)))
          running -= 1;
        expect(running).toBeLessThanOrEqual(maxParallelSteps);
      }
      if (summary.status === 'Failed') return;
      const free = await run(pipeline);
      const statuses = (list: typeof summary) => list.steps.map(({ status }) => status);
      expect(statuses(summary)).toEqual(statuses(free.summary));
    }),
  );
});

function wasStarted(events: readonly ExecutionEvent[], step: string): boolean {
  return events.some((event) => event.type === 'step-started' && event.step === step);
}
