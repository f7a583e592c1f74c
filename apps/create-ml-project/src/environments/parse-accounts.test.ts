import { describe, expect, it } from 'vitest';
import { parseAccounts } from './parse-accounts.js';

describe('parseAccounts', () => {
  it('keeps the order, forgives spaces, and lets two environments share an account', () => {
    expect(parseAccounts('test=000000000001, dev = 222222222222,prod=222222222222')).toEqual({
      environments: [
        { name: 'test', account: '000000000001' },
        { name: 'dev', account: '222222222222' },
        { name: 'prod', account: '222222222222' },
      ],
    });
  });

  const form = 'is not ENVIRONMENT=ACCOUNT, as in dev=111111111111,prod=222222222222.';
  const rule = 'use a-z, 0-9 and -, start with a letter, end with a letter or digit, at most 16 characters.';
  it.each([
    ['', `"" ${form}`],
    ['111111111111', `"111111111111" ${form}`],
    ['=111111111111', `"=111111111111" ${form}`],
    ['dev=111111111111,', `"" ${form}`],
    ['dev=12345', 'dev=12345 is not an account id (12 digits).'],
    ['dev=', 'dev= is not an account id (12 digits).'],
    ['dev=111111111111=1', 'dev=111111111111=1 is not an account id (12 digits).'],
    ['dev=111111111111,Prod=222222222222', `"Prod" cannot be the name of an environment: ${rule}`],
    ['a-very-long-name-=1', `"a-very-long-name-" cannot be the name of an environment: ${rule}`],
    ['dev=111111111111,dev=222222222222', 'dev is there twice: name each environment once.'],
  ])('refuses "%s"', (text, problem) => {
    expect(parseAccounts(text)).toEqual({ problem });
  });
});
