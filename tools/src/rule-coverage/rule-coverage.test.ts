import { describe, expect, test } from 'vitest';
import { explainAll } from '../generate-reference/explain-all.js';
import { coverRules } from './cover-rules.js';
import { readRuleCases } from './golden-cases.js';
import { RULES_WITHOUT_CASES } from './rules-without-cases.js';

const cases = readRuleCases();
const coverage = coverRules(explainAll(), cases);

describe.each(coverage)('$rule', ({ rule, failing, passing }) => {
  const reason = RULES_WITHOUT_CASES[rule];

  test('has a failing and a passing golden case, or a reason why not', () => {
    const covered = failing.length > 0 && passing.length > 0;
    expect({ covered, reason }).toEqual(
      covered ? { covered, reason: undefined } : { covered, reason: expect.stringMatching(/\S/) },
    );
  });
});

test('golden cases name only rules that exist', () => {
  const known = new Set(coverage.map(({ rule }) => rule));
  expect(cases.flatMap(({ rules }) => rules).filter((rule) => !known.has(rule))).toEqual([]);
});
