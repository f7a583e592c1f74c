import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { listNames, suggest } from '../../diagnostics/did-you-mean.js';
import { describeJson } from '../../source/describe-json.js';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../source/json.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import { CONDITION_MEMBERS, CONDITION_TYPES } from '../condition-types.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'unknown-condition-type': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R54'],
    message: (p: { type: string; help: string | undefined }) => `"${p.type}" is not a type of condition`,
    help: (p) => p.help,
    explanation:
      'SageMaker knows Equals, GreaterThan, GreaterThanOrEqualTo, LessThan, LessThanOrEqualTo, In, Not and Or. The list of conditions of a step is an and. The names have no "Condition" in front; NotEquals is written Not around Equals.',
  },
  'malformed-condition': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R55'],
    message: (p: { type: string; problem: string; members: readonly string[] }) => `${p.type} ${p.problem}`,
    help: (p) => `${p.type} has the members Type, ${listNames(p.members)}`,
    explanation:
      'Comparisons have LeftValue and RightValue; In has QueryValue and a non-empty list Values; Not has Condition (never Expression); Or has a non-empty list Conditions.',
  },
});

/** Conditions are of known types and have the members of their type. */
export const conditionsAreWellFormed: DefinitionRule = {
  rules: ['R54', 'R55'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { step, path } of steps) {
      if (stepTypeFacts(step.Type)?.execution !== 'branch') continue;
      yield* checkList(step.Arguments['Conditions'], [...path, 'Arguments', 'Conditions']);
    }
  },
};

function* checkList(conditions: Json | undefined, path: Path): Iterable<Diagnostic> {
  if (!isJsonList(conditions)) return;
  for (const [index, condition] of conditions.entries()) {
    if (isJsonObject(condition)) yield* checkCondition(condition, [...path, index]);
  }
}

function* checkCondition(condition: JsonObject, path: Path): Iterable<Diagnostic> {
  const type = typeof condition['Type'] === 'string' ? condition['Type'] : '';
  const members = Object.hasOwn(CONDITION_MEMBERS, type) ? CONDITION_MEMBERS[type] : undefined;
  if (members === undefined) {
    yield diagnostics['unknown-condition-type']({ type, help: helpFor(type) }, { path: [...path, 'Type'] });
    return;
  }
  for (const problem of problemsOf(condition, members))
    yield diagnostics['malformed-condition']({ type, problem, members }, { path });
  const inner = condition['Condition'];
  if (isJsonObject(inner)) yield* checkCondition(inner, [...path, 'Condition']);
  yield* checkList(condition['Conditions'], [...path, 'Conditions']);
}

function helpFor(type: string): string | undefined {
  const bare = type.replace(/^Condition/, '');
  if (CONDITION_TYPES.includes(bare)) return `write "${bare}", without "Condition" in front`;
  if (bare === 'NotEquals' || bare === 'NotIn')
    return `write {"Type": "Not", "Condition": {"Type": "${bare.slice(3)}", …}}`;
  if (bare === 'And') return 'write its parts into the list of conditions: all of them have to hold';
  return suggest(type, CONDITION_TYPES, 'types');
}

function* problemsOf(condition: JsonObject, members: readonly string[]): Iterable<string> {
  for (const key of Object.keys(condition)) {
    if (key !== 'Type' && !members.includes(key)) yield `has no member "${key}"`;
  }
  for (const member of members) {
    const value = condition[member];
    if (value === undefined || value === null) yield `lacks "${member}"`;
    else if (isListMember(member) && (!isJsonList(value) || value.length === 0))
      yield `takes a list of at least one entry as "${member}"`;
    else if (member === 'Condition' && !isJsonObject(value))
      yield `takes a condition as "Condition", but ${describeJson(value)} is given`;
  }
}

function isListMember(member: string): boolean {
  return member === 'Values' || member === 'Conditions';
}
