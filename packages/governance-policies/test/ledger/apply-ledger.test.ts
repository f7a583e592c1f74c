import { expect, it } from 'vitest';
import {
  applyLedger,
  type CheckedTarget,
  checkDefinitionPolicies,
  type Finding,
  GOVERNANCE_RULES,
  policyOf,
} from '../../src/index.js';
import { definitionUnderTest } from '../../src/testing/definition-under-test.js';
import { readLedger } from './read-ledger.js';

const open = { RemoteDebugConfig: { EnableRemoteDebug: true } };
const DEFINITION = definitionUnderTest({
  Version: '2020-12-01',
  Steps: ['Train', 'Tune', 'TrainAgain'].map((Name) => ({ Name, Type: 'Training', Arguments: open })),
});
const POLICY = policyOf({ rules: GOVERNANCE_RULES.filter(({ id }) => id === 'MR-NET-008') }).value ?? [];

const findings = checkDefinitionPolicies(DEFINITION, { policy: POLICY });
/** The same, inherited from one place of a spec. */
const inherited = checkDefinitionPolicies(DEFINITION, { policy: POLICY, originOf: () => ['defaults'] });

function target(over: Partial<CheckedTarget> = {}): CheckedTarget {
  return { file: 'models/churn/pipeline.yaml', rules: ['MR-NET-008'], findings, ...over };
}

interface Entry {
  readonly rule?: string;
  readonly path: string;
  readonly expires?: string;
  readonly environments?: readonly string[];
}

function apply(entries: readonly Entry[], targets: readonly CheckedTarget[] = [target()], today = '2026-11-21') {
  const all = { rule: 'MR-NET-008', reason: 'A test.', owner: 'me', expires: '2026-11-30' };
  const { value, diagnostics } = readLedger({ exceptions: entries.map((entry) => ({ ...all, ...entry })) });
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return applyLedger(targets, value, { today });
}

const stepsOf = (left: readonly Finding[]) => left.flatMap(({ steps }) => steps);
const FILE = 'models/churn/pipeline.yaml';

it.each([
  [FILE, []],
  [`./${FILE}`, []],
  ['models/*/pipeline.yaml', []],
  ['**/*.{yaml,json}', []],
  ['models/*', ['Train', 'Tune', 'TrainAgain']],
  [`${FILE}#Train`, ['Tune', 'TrainAgain']],
  [`${FILE}#Train*`, ['Tune']],
  [`${FILE}#Tune/Arguments/RemoteDebugConfig`, ['Train', 'TrainAgain']],
  [`${FILE}#Tune/Arguments/RemoteDebug`, ['Train', 'Tune', 'TrainAgain']],
  [`${FILE}#/Arguments`, ['Train', 'Tune', 'TrainAgain']],
  ['other.yaml', ['Train', 'Tune', 'TrainAgain']],
])('%s leaves the findings of %j', (path, left) => {
  expect(stepsOf(apply([{ path }]).findings)).toEqual(left);
});

it('keeps a finding that several steps inherit for those that are not excused', () => {
  const { findings: left, excepted } = apply([{ path: `${FILE}#Tune` }], [target({ findings: inherited })]);
  expect(inherited).toHaveLength(1);
  expect(left.map(({ steps }) => steps)).toEqual([['Train', 'TrainAgain']]);
  expect(left[0]?.edits.map(({ path }) => path[1])).toEqual(
    left[0]?.places.flatMap(({ edits }) => edits.map(({ path }) => path[1])),
  );
  expect(excepted.map(({ finding }) => finding.steps)).toEqual([['Tune']]);
  expect(excepted[0]?.finding.fingerprint).toBe(findings[1]?.fingerprint);
  expect(left[0]?.fingerprint).not.toBe(excepted[0]?.finding.fingerprint);
  expect(left[0]?.fingerprint).toBe([findings[0], findings[2]].map((each) => each?.fingerprint).sort()[0]);
});

it('counts a finding once where several entries excuse it, and none of them is useless', () => {
  const { findings: left, excepted, diagnostics } = apply([{ path: FILE }, { path: `${FILE}#Train` }]);
  expect([left, diagnostics]).toEqual([[], []]);
  expect(excepted.map(({ exception }) => exception.index)).toEqual([0, 0, 0]);
});

it('covers in a template what the spec excepts, and what stands at a construct', () => {
  const [first, ...rest] = findings;
  if (first === undefined) throw new Error('there are findings');
  const construct = 'Stack/Churn/Pipeline';
  const inTemplate = [{ ...first, spec: FILE, construct }, ...rest];
  const template = target({ file: 'cdk.out/Stack.template.json', constructs: [construct], findings: inTemplate });
  expect(stepsOf(apply([{ path: `${FILE}#Train` }], [template]).findings)).toEqual(['Tune', 'TrainAgain']);
  expect(stepsOf(apply([{ path: `${construct}#Train` }], [template]).findings)).toEqual(['Tune', 'TrainAgain']);
  expect(stepsOf(apply([{ path: 'Stack/**' }], [template]).findings)).toEqual(['Tune', 'TrainAgain']);
  const statesOf = (path: string) => apply([{ path }], [template]).exceptions.map(({ state }) => state);
  expect(statesOf(`${construct}#Other`)).toEqual(['unused']);
  expect(statesOf(`${FILE}#Other`)).toEqual(['not-judged']);
});

it('holds on its last day, and on the next one it is an error at its line', () => {
  const path = `${FILE}#Train`;
  const lastDay = apply([{ path }], [target()], '2026-11-30');
  expect(lastDay.diagnostics).toEqual([]);
  expect(stepsOf(lastDay.findings)).toEqual(['Tune', 'TrainAgain']);
  const { findings: left, diagnostics, exceptions } = apply([{ path }], [target()], '2026-12-01');
  expect(left).toEqual(findings);
  expect(exceptions).toMatchObject([{ state: 'expired', daysLeft: -1, covers: [{ steps: ['Train'] }] }]);
  expect(diagnostics).toMatchObject([
    {
      code: 'policy/expired-exception',
      severity: 'error',
      message: `the exception of MR-NET-008 at ${path} expired on 2026-11-30, yesterday`,
      path: ['exceptions', 0, 'expires'],
      range: { file: 'governance/exceptions.yaml', start: { line: 7 } },
    },
  ]);
  expect(apply([{ path }], [], '2027-01-01').diagnostics[0]?.message).toContain('32 days ago');
});

it('tells entries that excuse nothing, where that can be known', () => {
  const judged = (entry: Entry, ...targets: readonly CheckedTarget[]) => {
    const { exceptions, diagnostics } = apply([entry], targets);
    expect(diagnostics).toHaveLength(exceptions[0]?.state === 'unused' ? 1 : 0);
    return exceptions[0]?.state;
  };
  const gone = { path: `${FILE}#Gone` };
  expect(judged(gone, target())).toBe('unused');
  expect(judged(gone, target({ file: 'other.yaml' }))).toBe('not-judged');
  expect(judged(gone, target({ rules: [] }))).toBe('not-judged');
  expect(judged({ rule: 'MR-NET-001', path: FILE }, target())).toBe('not-judged');
  expect(judged({ rule: 'AwsSolutions-IAM4', path: 'Stack/Role' }, target({ constructs: ['Stack/Role'] }))).toBe(
    'not-judged',
  );
  expect(judged(gone)).toBe('not-judged');
});

it('holds, and is judged, only in the environments that it names', () => {
  const entry = { path: `${FILE}#Train`, environments: ['dev'] };
  const stateIn = (environment: string | undefined, path = entry.path) =>
    apply([{ ...entry, path }], [target({ environment })]).exceptions[0]?.state;
  expect(stateIn('dev')).toBe('holds');
  expect(stateIn('prod')).toBe('not-judged');
  expect(stateIn(undefined)).toBe('not-judged');
  expect(stateIn('dev', `${FILE}#Gone`)).toBe('unused');
});
