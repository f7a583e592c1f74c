import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlainJson, readScenario } from '@millrace/schema';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type DryRun, listDecisions, parseAssumption, parseDataMapping, runDryRun } from '../src/index.js';

interface GoldenCase {
  readonly title: string;
  readonly definition: PlainJson;
  readonly parameters?: Record<string, string>;
  readonly scenario?: PlainJson;
  readonly assume?: readonly string[];
  readonly data?: readonly string[];
  readonly expected: Record<string, unknown>;
}

const here = import.meta.dirname;
const state = mkdtempSync(join(tmpdir(), 'millrace-golden-'));
afterAll(() => rmSync(state, { recursive: true }));

test.each(readdirSync(join(here, 'golden')))('%s', async (file) => {
  const golden: GoldenCase = parse(readFileSync(join(here, 'golden', file), 'utf8'));
  const observed = describeRun(await run(golden));
  const looked = Object.fromEntries(Object.keys(golden.expected).map((key) => [key, observed[key]]));
  expect(looked, golden.title).toMatchObject(golden.expected);
});

async function run(golden: GoldenCase): Promise<DryRun> {
  const scenario = readScenario(golden.scenario ?? {});
  if (scenario.value === undefined)
    return {
      events: [],
      summary: { status: 'Failed', steps: [], undecided: [], registered: [] },
      diagnostics: scenario.diagnostics,
    };
  return runDryRun({
    definition:
      typeof golden.definition === 'string'
        ? parse(readFileSync(join(here, 'definitions', `${golden.definition}.yaml`), 'utf8'))
        : golden.definition,
    pipelineName: 'churn-sm-pipeline',
    launcher: 'scripted',
    stateDirectory: state,
    scenario: scenario.value,
    parameters: golden.parameters ?? {},
    assumptions: (golden.assume ?? []).flatMap((text) => parseAssumption(text) ?? []),
    data: (golden.data ?? []).flatMap((text) => parseDataMapping(text) ?? []),
  });
}

function describeRun({ events, summary, diagnostics }: DryRun): Record<string, unknown> {
  const start = Date.parse(events[0]?.at ?? '');
  return {
    ...summary,
    steps: Object.fromEntries(summary.steps.map(({ name, status }) => [name, status])),
    reasons: Object.fromEntries(
      summary.steps.map(({ name, failureReason, reason }) => [name, failureReason ?? reason]),
    ),
    diagnostics: diagnostics.map(({ code }) => code),
    reads: listDecisions(events).flatMap(({ operands }) =>
      operands.map(({ expression, value }) => `${expression} = ${JSON.stringify(value)}`),
    ),
    remarks: events.filter((event) => event.type === 'warning-raised').map(({ step, code }) => `${step} ${code}`),
    written: events.filter((event) => event.type === 'artifact-written').map(({ uri }) => uri),
    attempts: countBy(events.filter((event) => event.type === 'attempt-started').map((event) => event.step)),
    arguments: Object.fromEntries(
      events.filter((event) => event.type === 'step-started').map((event) => [event.step, event.arguments]),
    ),
    history: events.map(
      (event) => `${(Date.parse(event.at) - start) / 1000} ${event.type}${'step' in event ? ` ${event.step}` : ''}`,
    ),
  };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
