import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineRule } from '../rule/define-rule.js';
import { areaOf } from '../rule/rule-area.js';
import { GOVERNANCE_RULES } from '../rules/governance-rules.js';
import { describeRule } from './describe-rule.js';

const RULE = defineRule({
  id: 'ACME-IMG-001',
  title: 'images come from our own registry',
  checks: 'The registry of every image.',
  why: 'Others may change them.',
  fix: { kind: 'none', how: 'copy the image' },
  source: 'a decision of the team',
  profiles: { baseline: 'warning', cost: 'error' },
  options: z.strictObject({
    registries: z.array(z.string()).default([]).describe('Accounts that are trusted.'),
    most: z.number().int().positive().max(9).default(3).describe('How many there may be.'),
    hours: z.number().min(0).default(1).describe('How long.'),
    mode: z.enum(['strict', 'loose']).default('strict').describe('How strictly.'),
    names: z.record(z.string(), z.boolean()).default({}).describe('Which.'),
  }),
  subjects: () => [],
  judge: () => [],
});

it('a rule says how loud it is in each profile', () => {
  expect(describeRule(RULE).profiles).toEqual({
    baseline: { severity: 'warning' },
    regulated: { severity: 'warning', severityOfUnknown: 'warning' },
    cost: { severity: 'error', severityOfUnknown: 'warning' },
  });
});

it('options are told in words', () => {
  expect(describeRule(RULE).options).toEqual([
    { name: 'registries', takes: 'a list of text', initial: [], meaning: 'Accounts that are trusted.' },
    { name: 'most', takes: 'a whole number above 0 to 9', initial: 3, meaning: 'How many there may be.' },
    { name: 'hours', takes: 'a number from 0', initial: 1, meaning: 'How long.' },
    { name: 'mode', takes: 'one of strict, loose', initial: 'strict', meaning: 'How strictly.' },
    { name: 'names', takes: 'a map of true or false', initial: {}, meaning: 'Which.' },
  ]);
});

it('the area stands in the id, in those of packs too', () => {
  expect(['MR-S3-001', 'ACME-IMG-001', 'ACME-7'].map((id) => areaOf({ id }))).toEqual(['storage', 'images', 'other']);
  expect(GOVERNANCE_RULES.filter((rule) => areaOf(rule) === 'other')).toEqual([]);
});

it('every option of our own rules is described', () => {
  const options = GOVERNANCE_RULES.flatMap((rule) => describeRule(rule).options);
  for (const { name, takes, meaning } of options) {
    expect(takes, name).not.toContain('any value');
    expect(meaning, name).toMatch(/\.$/);
  }
});
