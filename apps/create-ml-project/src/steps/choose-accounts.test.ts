import { describe, expect, it } from 'vitest';
import { tryOut } from '../../test/try-out.js';
import { chooseAccounts } from './choose-accounts.js';

const open = [{ name: 'dev' }, { name: 'preprod' }, { name: 'prod' }];

describe('chooseAccounts', () => {
  it('takes those of --accounts', async () => {
    const scaffold = tryOut({ request: { accounts: 'dev=111111111111' }, answers: ['prod=222222222222'] });
    expect(await chooseAccounts(scaffold)).toBeUndefined();
    expect(scaffold).toMatchObject({ environments: [{ name: 'dev', account: '111111111111' }], asked: false });
  });

  it('leaves them open where nobody says anything', async () => {
    for (const options of [{}, { answers: [''] }, { answers: ['dev=111111111111'], request: { yes: true } }]) {
      const scaffold = tryOut(options);
      expect(await chooseAccounts(scaffold)).toBeUndefined();
      expect(scaffold.environments).toEqual(open);
    }
  });

  it('asks a person', async () => {
    const scaffold = tryOut({ answers: ['dev=111111111111,prod=222222222222'] });
    expect(await chooseAccounts(scaffold)).toBeUndefined();
    expect(scaffold).toMatchObject({ asked: true, environments: [{ name: 'dev' }, { name: 'prod' }] });
    expect(await chooseAccounts(tryOut({ answers: [undefined] }))).toMatchObject({ exitCode: 130 });
  });

  it('refuses a wrong --accounts in one sentence, the empty one included', async () => {
    const sentence = '--accounts: dev=12345 is not an account id (12 digits).';
    expect(await chooseAccounts(tryOut({ request: { accounts: 'dev=12345' } }))).toEqual({ exitCode: 2, sentence });
    expect(await chooseAccounts(tryOut({ request: { accounts: '' } }))).toMatchObject({ exitCode: 2 });
  });
});
