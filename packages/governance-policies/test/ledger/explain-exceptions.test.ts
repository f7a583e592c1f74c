import { expect, it } from 'vitest';
import { applyLedger, describeException, EMPTY_LEDGER, explainExceptions } from '../../src/index.js';
import { FILE, sampleReport } from '../report/reports-under-test.js';
import { readLedger } from './read-ledger.js';

const { findings } = sampleReport();

function judged(today: string) {
  const all = { reason: 'Said\nby many.', owner: 'ml-platform', expires: '2026-12-31' };
  const entries = [
    { rule: 'MR-NET-008', path: `${FILE}#Train`, ...all },
    { rule: 'MR-NET-008', path: `${FILE}#Gone`, ...all, expires: '2027-01-01' },
    { rule: 'MR-NET-008', path: 'other.yaml', ...all, expires: '2027-01-01', environments: ['dev', 'prod'] },
    { rule: 'AwsSolutions-IAM5[Resource::*]', path: 'Stack/Role/Resource', ...all, expires: '2027-01-01' },
  ];
  const ledger = readLedger({ exceptions: entries }).value ?? EMPTY_LEDGER;
  return applyLedger([{ file: FILE, rules: ['MR-NET-008'], findings }], ledger, { today }).exceptions;
}

it('says who, why, until when, and what is hidden', () => {
  expect(explainExceptions(judged('2026-12-31'))).toMatchInlineSnapshot(`
    "MR-NET-008 at models/my model/definition.json#Train
      why:   Said by many.
      owner: ml-platform
      until: 2026-12-31, which is today
      hides: models/my model/definition.json:16:32 error: its container is open for remote debugging: true is given (Train)
      entry: governance/exceptions.yaml:3

    MR-NET-008 at models/my model/definition.json#Gone
      why:   Said by many.
      owner: ml-platform
      until: 2027-01-01, 1 day left
      hides: nothing: delete the entry
      entry: governance/exceptions.yaml:10

    MR-NET-008 at other.yaml
      why:   Said by many.
      owner: ml-platform
      until: 2027-01-01, 1 day left
      in:    dev, prod
      hides: nothing that was checked; what it is about was not
      entry: governance/exceptions.yaml:17

    AwsSolutions-IAM5[Resource::*] at Stack/Role/Resource
      why:   Said by many.
      owner: ml-platform
      until: 2027-01-01, 1 day left
      hides: what the pack says of the construct when the CDK synthesizes
      entry: governance/exceptions.yaml:28

    4 exceptions: 1 in use, 1 unused, 2 not judged
    "
  `);
});

it('says what an expired one hid, and counts days', () => {
  const [expired, nextDay] = explainExceptions(judged('2027-01-01')).split('\n\n');
  expect(expired).toContain('until: 2026-12-31, expired 1 day ago\n  hid:   models/my model/definition.json:');
  expect(nextDay).toContain('until: 2027-01-01, which is today');
  expect(explainExceptions(judged('2026-12-01'))).toContain('30 days left');
  expect(explainExceptions([])).toBe('The ledger has no exceptions.\n');
});

it('is the same in JSON', () => {
  const [first, , third] = judged('2026-12-31').map(describeException);
  expect(first).toMatchObject({
    ...{ rule: 'MR-NET-008', path: `${FILE}#Train`, reason: 'Said\nby many.', owner: 'ml-platform' },
    ...{ expires: '2026-12-31', daysLeft: 0, state: 'holds', file: 'governance/exceptions.yaml', line: 3 },
  });
  expect(first?.findings).toMatchObject([{ rule: 'MR-NET-008', file: FILE, steps: ['Train'] }]);
  expect(third).toMatchObject({ state: 'not-judged', environments: ['dev', 'prod'], findings: [] });
});
