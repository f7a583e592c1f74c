import { expect, it } from 'vitest';
import { defineRule } from '../rule/define-rule.js';
import { GOVERNANCE_RULES } from '../rules/governance-rules.js';
import { joinRules } from './join-rules.js';
import { readRulePack } from './read-rule-pack.js';

const rule = (id: string) =>
  defineRule({
    id,
    profiles: { baseline: 'error' },
    title: 't',
    checks: 'c',
    why: 'w',
    fix: { kind: 'none', how: 'h' },
    source: 's',
    subjects: () => [],
    judge: () => [],
  });

const acme = rule('ACME-A-1');
const named = { name: '@acme/rules', place: { path: ['packs', 0] } };
const read = (module: unknown) => readRulePack(module, named);
const problems = (module: unknown) => read(module).diagnostics.map(({ message }) => message);

it.each([
  ['rules', { rules: [acme] }],
  ['a default export', { default: [acme] }],
  ['rules of a default export, as CommonJS has them', { default: { rules: [acme] } }],
])('takes %s', (_, module) => {
  expect(read(module)).toEqual({ value: [acme], diagnostics: [] });
});

it('takes the rules of Millrace, so that it takes whatever defineRule makes', () => {
  expect(read({ rules: GOVERNANCE_RULES }).diagnostics).toEqual([]);
});

it.each([
  ['it exports no list of rules', undefined],
  ['it exports no list of rules', { default: () => [acme] }],
  ['entry 2 was not made with defineRule (expected a rule)', { rules: [acme, 'ACME-A-2'] }],
  ['ACME-A-1 was not made with defineRule (why: expected text)', { rules: [{ ...acme, why: '' }] }],
  ['ACME-A-1 was not made with defineRule (check: expected a function)', { rules: [{ ...acme, check: undefined }] }],
  ['ACME-A-1 was not made with defineRule (on: expected a list)', { rules: [{ ...acme, on: 'definition' }] }],
])('says what is wrong: %s', (problem, module) => {
  const refused = { value: undefined, diagnostics: [{ code: 'policy/no-pack', path: ['packs', 0] }] };
  expect(read(module)).toMatchObject(refused);
  expect(problems(module)).toEqual([`"@acme/rules" is no pack of rules: ${problem}`]);
});

it('joins packs, and refuses two rules of one id', () => {
  const pack = (name: string, ...ids: readonly string[]) => ({ ...named, name, rules: ids.map(rule) });
  expect(joinRules([acme], [pack('a', 'A-1'), pack('b', 'B-1')]).value?.map(({ id }) => id)).toEqual([
    'ACME-A-1',
    'A-1',
    'B-1',
  ]);
  const twice = joinRules([acme], [pack('a', 'ACME-A-1', 'A-1'), pack('b', 'A-1')]);
  expect(twice.value).toBeUndefined();
  expect(twice.diagnostics.map(({ message }) => message)).toEqual([
    'the rule ACME-A-1 is there twice, in Millrace and in a',
    'the rule A-1 is there twice, in a and in b',
  ]);
});
