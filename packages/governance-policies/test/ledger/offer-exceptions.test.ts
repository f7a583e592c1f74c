import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { EMPTY_LEDGER, offerExceptions, renderOffers } from '../../src/index.js';
import { readLedger } from './read-ledger.js';

const today = '2026-11-21';
const role = {
  path: '/stack/JobRole/Resource',
  id: 'AwsSolutions-IAM5[Resource::*]',
  reason: 'The jobs: "all" need it.',
};
const unknown = {
  path: { 'Millrace:Text': ['stack-', { 'Millrace:DeployValue': 'environment' }, '/Role'] },
  id: 'HIPAA.Security-IAMNoInlinePolicy',
  reason: 'true',
};

it('offers an entry for each suppression, which the ledger takes when it is pasted', () => {
  const offers = offerExceptions([role, role, unknown], EMPTY_LEDGER, { today, owner: 'yes' });
  expect(offers).toEqual([
    {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      path: '**/stack/JobRole/Resource',
      reason: 'The jobs: "all" need it.',
      owner: 'yes',
      expires: '2027-02-19',
    },
    expect.objectContaining({ path: '**/stack-*/Role', reason: 'true' }),
  ]);
  const pasted = parse(`exceptions:\n${renderOffers(offers)}`);
  expect(pasted).toEqual({ exceptions: offers });
  expect(readLedger(pasted).diagnostics).toEqual([]);
});

it('leaves the owner to be named where nobody is known', () => {
  const yaml = renderOffers(offerExceptions([role], EMPTY_LEDGER, { today }));
  expect(yaml).toContain('\n    owner: # who answers for it\n');
  expect(readLedger(parse(`exceptions:\n${yaml}`)).diagnostics).toMatchObject([
    { message: expect.stringContaining('"owner" is missing') },
  ]);
});

it('offers nothing that the ledger has', () => {
  const offered = (rule: string, path: string) => {
    const entry = { rule, path, reason: 'r', owner: 'o', expires: '2027-01-01' };
    return offerExceptions([role], readLedger({ exceptions: [entry] }).value ?? EMPTY_LEDGER, { today }).length;
  };
  expect(offered(role.id, '**/stack/JobRole/Resource')).toBe(0);
  expect(offered(role.id, 'My/stack/JobRole/Resource')).toBe(0);
  expect(offered('AwsSolutions-IAM5', 'stack/JobRole/*')).toBe(0);
  expect(offered('AwsSolutions-IAM5[Action::*]', 'stack/JobRole/Resource')).toBe(1);
  expect(offered(role.id, 'substack/JobRole/Resource')).toBe(1);
  expect(renderOffers([])).toBe('');
});
