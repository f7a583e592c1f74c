import { readDefinition, type SourceDocument } from '@millrace/schema';
import {
  applyLedger,
  type CheckReport,
  checkDefinitionPolicies,
  EMPTY_LEDGER,
  type Finding,
  GOVERNANCE_RULES,
  type Ledger,
  policyOf,
} from '../../src/index.js';
import { definitionUnderTest } from '../../src/testing/definition-under-test.js';
import { readLedger } from '../ledger/read-ledger.js';

const TEXT = JSON.stringify(
  {
    Version: '2020-12-01',
    Parameters: [{ Name: 'Unused', Type: 'String', DefaultValue: 'x' }],
    Steps: [
      { Name: 'Train', Type: 'Training', Arguments: { RemoteDebugConfig: { EnableRemoteDebug: true } } },
      { Name: 'Tune', Type: 'Training', Arguments: { RemoteDebugConfig: { EnableRemoteDebug: true } } },
    ],
  },
  null,
  2,
);

export const FILE = 'models/my model/definition.json';

const ENTRIES = [
  {
    rule: 'MR-NET-008',
    path: `${FILE}#Tune`,
    reason: 'A <test> | of "all".',
    owner: '@acme/ml',
    expires: '2026-12-31',
  },
  { rule: 'MR-NET-008', path: `${FILE}#Gone`, reason: 'It was here.', owner: 'me', expires: '2026-12-31' },
];

/** What is found in a definition under `baseline`, with an exception that is used and one that is not. */
export function sampleReport(over: Partial<CheckReport> = {}): CheckReport {
  const { findings, excepted, exceptions, diagnostics } = applySample();
  const rules = POLICY.map(({ rule }) => rule);
  return {
    findings,
    excepted,
    exceptions,
    diagnostics,
    files: [FILE],
    rules,
    failOn: 'error',
    tool: { version: '1.2.3' },
    ...over,
  };
}

const POLICY = policyOf({ rules: GOVERNANCE_RULES }).value ?? [];

function applySample() {
  const document = documentOf();
  const findings = checkDefinitionPolicies(definitionUnderTest(TEXT), { policy: POLICY, document });
  const target = { file: FILE, rules: POLICY.map(({ rule }) => rule.id), findings };
  return applyLedger([target], ledger(), { today: '2026-11-21' });
}

function documentOf(): SourceDocument {
  const { value } = readDefinition(TEXT, FILE);
  if (value === undefined) throw new Error('the sample is JSON');
  return value;
}

function ledger(): Ledger {
  return readLedger({ exceptions: ENTRIES }).value ?? EMPTY_LEDGER;
}

/** Texts of others: what their formats know as syntax, what breaks lines, and what no text should hold. */
export const HOSTILE =
  '|a|\n]]> --> <b>&amp;</b> `x` [l](http://e) **b** $1$ @team #1 \u0000\u001b[31m\u2028\ud800 \\| $x{y} {0} "q" \'q\'';

/** Findings whose every text is hostile, all different. */
export function hostileFindings(count: number): readonly Finding[] {
  const [sample] = sampleReport().findings;
  if (sample === undefined) throw new Error('the sample has findings');
  const { start, end } = sample.range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  return Array.from({ length: count }, (_, index) => ({
    ...sample,
    severity: index % 3 === 0 ? ('error' as const) : ('warning' as const),
    message: `${index} ${HOSTILE}`,
    help: HOSTILE,
    steps: [`${HOSTILE}`],
    path: [HOSTILE, index],
    range: { file: `models/${HOSTILE}.yaml`, start: { ...start, line: index + 1 }, end: { ...end, line: index + 1 } },
    fingerprint: index.toString(16).padStart(16, '0'),
  }));
}
