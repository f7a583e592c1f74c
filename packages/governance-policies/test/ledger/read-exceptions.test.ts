import { expect, it } from 'vitest';
import { defineRule, GOVERNANCE_RULES } from '../../src/index.js';
import { readLedger } from './read-ledger.js';

const ENTRY = {
  rule: 'MR-NET-003',
  path: 'models/churn/pipeline.yaml#TrainModel',
  reason: 'The script downloads a tokenizer.',
  owner: 'ml-platform',
  expires: '2026-12-31',
};

function said(...entries: readonly object[]) {
  return readLedger({ exceptions: entries }).diagnostics.map(({ code, message, help, range }) => ({
    code,
    message,
    help,
    line: range?.start.line,
  }));
}

const messages = (...entries: readonly object[]) => said(...entries).map(({ message }) => message);

it('reads entries, and takes a ledger without any', () => {
  const { value, diagnostics } = readLedger({
    exceptions: [ENTRY, { ...ENTRY, environments: ['dev'], path: 'a.yaml' }],
  });
  expect(diagnostics).toEqual([]);
  expect(value?.exceptions).toMatchObject([
    { ...ENTRY, ofCdkNag: false, index: 0 },
    { environments: ['dev'], index: 1 },
  ]);
  for (const none of [{}, { exceptions: null }, { exceptions: [] }])
    expect(readLedger(none).value?.exceptions).toEqual([]);
});

it.each(['rule', 'path', 'reason', 'owner', 'expires'])('demands %s', (key) => {
  const { [key]: left, ...entry } = ENTRY as Record<string, string>;
  expect(messages(entry)).toEqual([expect.stringContaining(`exceptions[0].${key}: "${key}" is missing: `)]);
  expect(messages({ ...entry, [key]: ' ' })[0]).toContain(`exceptions[0].${key}: "${key}" is empty: write `);
  expect(left).toBeDefined();
});

it('places faults of form where they stand', () => {
  const text = `{
    "exceptions": [
      { "rule": "MR-NET-003", "path": "/a.yaml", "reason": "r", "owner": 12,
        "expires": "2026-02-30",
        "until": 3 }
    ]
  }`;
  const found = readLedger(text).diagnostics.map(({ range, message }) => `${range?.start.line} ${message}`);
  expect(found.sort()).toEqual([
    '3 exceptions[0].owner: expected text: the person or team that answers for it; quote it: "12"',
    '3 exceptions[0].path: "/a.yaml" is absolute: write it relative to the project folder',
    '4 exceptions[0].expires: "2026-02-30" is no day; write it as YYYY-MM-DD',
    '5 exceptions[0].until: "until" is not a key here; allowed: rule, path, reason, owner, expires, environments',
  ]);
  expect(readLedger('[1]').diagnostics[0]?.message).toBe('ledger of exceptions: expected a map');
  expect(readLedger('{"exceptions": {}}').diagnostics[0]?.message).toBe('exceptions: expected a list of exceptions');
});

it.each([
  ['#Train', 'names neither a file nor a construct'],
  ['C:\\a.yaml', 'is absolute'],
  ['models\\a.yaml', 'has backslashes'],
  ['a/../../b.yaml', 'leaves the project folder'],
  ['a.yaml#', 'names no step after "#"'],
])('refuses the path %s', (path, problem) => {
  expect(messages({ ...ENTRY, path })).toEqual([expect.stringContaining(problem)]);
});

it.each([
  ['MR-NET-03', 'is no rule of Millrace, nor of the packs of the project', 'did you mean "MR-NET-003"?'],
  ['mr-net-003', 'is no rule of Millrace, nor of the packs of the project', 'did you mean "MR-NET-003"?'],
  ['MR-NET-003[Train]', 'is not how an exception names a rule', 'write rule: MR-NET-003, and the step in the path'],
  ['MR::MR-NET-003[Train]', 'is not how an exception names a rule', 'write rule: MR-NET-003, and the step in the path'],
  ['MR::MR-NET-999', 'is no rule of Millrace, nor of the packs of the project', 'did you mean "MR-NET-009"?'],
  ['no rule', 'is no id of a rule', 'write it as MR-NET-003 or AwsSolutions-IAM5[Resource::*]'],
  ['AwsSolution-IAM5', 'is of no pack of cdk-nag', 'did you mean "AwsSolutions-…"?'],
])('refuses the rule %s', (rule, problem, help) => {
  expect(said({ ...ENTRY, rule })).toEqual([
    { code: 'policy/exception-of-unknown-rule', message: `"${rule}" ${problem}`, help, line: expect.any(Number) },
  ]);
});

it.each([
  'AwsSolutions-IAM5[Resource::*]',
  'HIPAA.Security::HIPAA.Security-IAMNoInlinePolicy',
  'NIST.800.53.R5-S3BucketVersioningEnabled',
  'Acme::ACME-S3-1',
  'acmeChecks-S3',
])('takes the rule %s of a pack of cdk-nag', (rule) => {
  const path = 'Stack/Churn/JobRole/DefaultPolicy/Resource';
  const [exception] = readLedger({ exceptions: [{ ...ENTRY, rule, path }] }).value?.exceptions ?? [];
  expect(exception).toMatchObject({ ofCdkNag: true, rule: rule.replace(/^.*::(?=HIPAA|ACME)/, '') });
  expect(messages({ ...ENTRY, rule })).toEqual([expect.stringContaining('cdk-nag knows only constructs')]);
});

it('knows the rules of packs that it is given', () => {
  const rule = defineRule({
    ...{ id: 'ACME-NET-001', title: 't', checks: 'c', why: 'w', fix: { kind: 'none', how: 'h' }, source: 's' },
    profiles: { baseline: 'error' },
    subjects: () => [],
    judge: () => [],
  });
  const ledger = { exceptions: [{ ...ENTRY, rule: 'ACME-NET-001' }] };
  expect(readLedger(ledger).diagnostics).toHaveLength(1);
  expect(readLedger(ledger, { rules: [...GOVERNANCE_RULES, rule] }).value?.exceptions[0]?.ofCdkNag).toBe(false);
});

it('refuses a second entry for the same, and shows the first', () => {
  const [diagnostic, ...others] = readLedger({ exceptions: [ENTRY, { ...ENTRY, owner: 'other' }] }).diagnostics;
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ code: 'policy/duplicate-exception', path: ['exceptions', 1] });
  expect(diagnostic?.related).toMatchObject([{ path: ['exceptions', 0] }]);
  const of = (...environments: readonly string[]) => ({ ...ENTRY, environments });
  expect(messages(of('dev'), of('prod'))).toEqual([]);
  expect(messages(of('dev', 'test'), of('test'))).toHaveLength(1);
  expect(messages(of('dev'), ENTRY)).toHaveLength(1);
});
