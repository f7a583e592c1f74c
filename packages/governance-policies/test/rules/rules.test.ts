import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OtherJudge } from '../../src/rule/governance-rule.js';
import { GOVERNANCE_RULES } from '../../src/rules/governance-rules.js';
import { asStated, CASE_KINDS, type CaseKind, readFixture, run } from './rule-fixture.js';

const KINDS = Object.keys(CASE_KINDS) as readonly CaseKind[];

const ALWAYS_HOLDS: OtherJudge = () => [];
const ALWAYS_VIOLATED: OtherJudge = ({ path }) => [{ verdict: 'violated', reason: 'mutant', path }];
const NEVER_KNOWN: OtherJudge = ({ path }) => [{ verdict: 'unknown', reason: 'mutant', path }];

describe.each(GOVERNANCE_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const fixture = readFixture(id);
  const cases = KINDS.flatMap((kind) => fixture[kind].map((each) => [kind, each.title, each] as const));

  it.each(cases)('%s: %s', (_, __, each) => {
    expect(asStated(run(rule, each), each.says)).toEqual(each.says ?? []);
  });

  it('has cases of every kind, and states its messages in the first', () => {
    for (const kind of KINDS) expect(fixture[kind].length, kind).toBeGreaterThanOrEqual(CASE_KINDS[kind]);
    for (const { title, says = [] } of fixture.violating) {
      expect(
        says.some((line) => line.startsWith('violated ')),
        title,
      ).toBe(true);
    }
    for (const { title, says = [] } of fixture.compliant) expect(says, title).toEqual([]);
    // In a template: a `Ref` to a parameter, and what only a deployment knows.
    expect(JSON.stringify(fixture.parameterised)).toMatch(/"Parameters\.|"Ref"|"templateParameters"/);
    expect(JSON.stringify(fixture.deployValues)).toMatch(
      /"Millrace:DeployValue"|"Fn::GetAtt"|"Fn::ImportValue"|"AWS::/,
    );
    // It stands on the page of the rule.
    expect(fixture.violating[0]?.says?.every((line) => line.includes(': '))).toBe(true);
  });

  // What remains of a rule without its condition: its cases have to tell the difference.
  it('has cases that notice when its condition is removed', () => {
    const noticed = (kinds: readonly CaseKind[], mutant: OtherJudge) =>
      kinds
        .flatMap((kind) => fixture[kind])
        .filter((each) => run(rule, each, mutant).length !== (each.says ?? []).length);
    expect(noticed(['violating'], ALWAYS_HOLDS)).toHaveLength(fixture.violating.length);
    expect(noticed(['compliant'], ALWAYS_VIOLATED).length, 'a compliant case with a subject').toBeGreaterThan(0);
    const doubted = fixture.violating.filter((each) =>
      run(rule, each, NEVER_KNOWN).every((line) => line.startsWith('unknown')),
    );
    expect(doubted).toHaveLength(fixture.violating.length);
  });
});

describe('the list of rules', () => {
  it('has every id once, and texts that say enough', () => {
    const ids = GOVERNANCE_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title, checks, why, fix, source } of GOVERNANCE_RULES) {
      for (const text of [title, checks, why, fix.how, source]) expect(text.length, id).toBeGreaterThan(15);
      expect(title, id).not.toMatch(/\.$/);
      expect(fix.how, id).not.toMatch(/\.$/);
    }
  });

  it('has no cases of rules that are none', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.yaml'));
    const ids = GOVERNANCE_RULES.map(({ id }) => `${id}.yaml`);
    expect(files.filter((file) => !ids.includes(file))).toEqual([]);
  });
});
