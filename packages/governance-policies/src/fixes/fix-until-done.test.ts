import { describe, expect, it } from 'vitest';
import { checkDefinitionPolicies } from '../engine/check-definition-policies.js';
import { policyOf } from '../engine/policy.js';
import { defineRule } from '../rule/define-rule.js';
import type { FixKind } from '../rule/governance-rule.js';
import { violation } from '../rule/tell.js';
import { definitionUnderTest } from '../testing/definition-under-test.js';
import { fixDefinition } from './fix-definition.js';
import { fixUntilDone } from './fix-until-done.js';

/** Demands a member of arguments as soon as another one is there. */
function chain(id: string, [first, next]: readonly [string, string], kind: FixKind) {
  return defineRule({
    id,
    title: 'one member follows another',
    checks: 'Two members of arguments.',
    why: 'A rule for tests.',
    fix: { kind, how: 'add the next one' },
    source: 'no source',
    profiles: { baseline: 'error' },
    subjects: (context) => context.steps,
    judge: function* ({ step, path: at }) {
      const path = [...at, 'Arguments'];
      const isMissing = step.Arguments[first] !== undefined && step.Arguments[next] === undefined;
      if (isMissing) yield violation('the next is missing', { path, edits: [{ path: [...path, next], value: 1 }] });
    },
  });
}

const rules = [
  chain('T-FIX-001', ['A', 'B'], 'safe'),
  chain('T-FIX-002', ['B', 'C'], 'suggested'),
  chain('T-FIX-003', ['C', 'D'], 'safe'),
];
const policy = policyOf({ rules }).value ?? [];
const given = definitionUnderTest({
  Version: '2020-12-01',
  Steps: [{ Name: 'S', Type: 'Training', Arguments: { A: 1 } }],
});

function check(definition: typeof given) {
  return checkDefinitionPolicies(definition, { policy });
}

function membersOf({ Steps: [step] }: typeof given): readonly string[] {
  return Object.keys(step?.Arguments ?? {});
}

describe('fixes', () => {
  it('are those of the findings that there are', () => {
    expect(membersOf(fixDefinition(given, check(given), ['safe']))).toEqual(['A', 'B']);
    expect(membersOf(fixDefinition(given, check(given), ['suggested']))).toEqual(['A']);
  });

  it('go on until nothing is left that may be mended so', () => {
    expect(membersOf(fixUntilDone(given, check, ['safe']))).toEqual(['A', 'B']);
    expect(membersOf(fixUntilDone(given, check, ['safe', 'suggested']))).toEqual(['A', 'B', 'C', 'D']);
  });

  it('end although a rule is never content', () => {
    const again = chain('T-FIX-004', ['A', 'Never'], 'safe');
    const stubborn = policyOf({ rules: [again] }).value ?? [];
    const checkAgain = () => checkDefinitionPolicies(given, { policy: stubborn });
    expect(membersOf(fixUntilDone(given, checkAgain, ['safe']))).toEqual(['A', 'Never']);
  });
});
