import { toPlainJson } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { GOVERNANCE_RULES } from '../../src/rules/governance-rules.js';
import { fixedCase, memberAtPath } from './fixed-case.js';
import { CASE_KINDS, type CaseKind, type RuleCase, readFixture, templateOf } from './rule-fixture.js';

const KINDS = Object.keys(CASE_KINDS) as readonly CaseKind[];

/** The cases that are definitions. */
function casesOf(id: string, kinds: readonly CaseKind[]): readonly RuleCase[] {
  const fixture = readFixture(id);
  return kinds.flatMap((kind) => fixture[kind]).filter((each) => templateOf(each) === undefined);
}

const RULES = GOVERNANCE_RULES.filter(({ on }) => on.includes('definition'));

describe.each(RULES.map((rule) => [rule.id, rule] as const))('fixes of %s', (id, rule) => {
  const stated = casesOf(id, KINDS).filter(({ fixed }) => fixed !== undefined);

  it.skipIf(stated.length === 0)('mend what cases say, and as they say', () => {
    for (const given of stated) {
      const { definition, left } = fixedCase(rule, given);
      const found = Object.keys(given.fixed ?? {}).map((path) => [path, toPlainJson(memberAtPath(definition, path))]);
      expect(Object.fromEntries(found), given.title).toEqual(given.fixed);
      expect(left, given.title).toEqual([]);
    }
  });

  it('are promised where some are offered, and leave no violating case of a safe rule without a reason', () => {
    const violating = casesOf(id, ['violating']);
    const mended = violating.filter((given) => fixedCase(rule, given).left.length === 0);
    const unfixable = violating.filter(({ unfixable: reason }) => reason !== undefined);
    expect(mended.filter((given) => unfixable.includes(given)).map(({ title }) => title)).toEqual([]);
    if (rule.fix.kind === 'none') expect(mended).toEqual([]);
    else expect(stated.length, 'a case with "fixed:"').toBeGreaterThan(0);
    if (rule.fix.kind !== 'safe') return;
    const silent = violating.filter((given) => !mended.includes(given) && !unfixable.includes(given));
    expect(silent.map(({ title }) => title)).toEqual([]);
  });
});
