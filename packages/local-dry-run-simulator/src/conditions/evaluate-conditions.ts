import {
  type ConditionOperand,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  type PlainJson,
} from '@millrace/schema';
import type { Evaluated } from '../evaluation/evaluated.js';
import { compare, isComparison, isSame } from './compare.js';
import { describeOperand } from './describe-operand.js';
import { allOf, anyOf, not, type Verdict } from './verdict.js';

/** What the conditions of a step come to, and what they read on the way. */
export interface ConditionReport {
  readonly verdict: Verdict;
  readonly operands: readonly ConditionOperand[];
}

/**
 * Evaluates `Arguments.Conditions`: a list combined with AND, vacuously true when empty (assumption: as
 * the SDK's local mode; AWS documents nothing). Every operand is read, so that all are shown.
 */
export function evaluateConditions(
  conditions: Json | undefined,
  evaluate: (operand: Json) => Evaluated,
): ConditionReport {
  const operands: ConditionOperand[] = [];
  const evaluation = new Evaluation(evaluate, operands);
  const list = conditions === undefined ? [] : isJsonList(conditions) ? conditions : [conditions];
  const verdict = allOf(list.map((condition) => evaluation.decide(condition)));
  return { verdict, operands };
}

type Operand =
  | { readonly kind: 'value'; readonly value: PlainJson }
  | { readonly kind: 'none'; readonly verdict: Verdict };

class Evaluation {
  constructor(
    readonly evaluate: (operand: Json) => Evaluated,
    readonly operands: ConditionOperand[],
  ) {}

  decide(condition: Json): Verdict {
    const type = isJsonObject(condition) ? condition['Type'] : undefined;
    if (!isJsonObject(condition) || typeof type !== 'string')
      return mistake(`not a condition: ${JSON.stringify(condition)}`);
    if (isComparison(type)) return this.#compare(type, condition);
    switch (type) {
      case 'Not':
        return not(this.decide(condition['Condition'] ?? condition['Expression'] ?? null));
      case 'Or':
        return anyOf(listOf(condition['Conditions']).map((each) => this.decide(each)));
      case 'In':
        return this.#isMember(condition);
      case 'NotIn':
        return not(this.#isMember(condition));
      default:
        return mistake(`unknown condition type ${type}`);
    }
  }

  #compare(type: string, condition: JsonObject): Verdict {
    const left = this.#read(condition['LeftValue'], { comparison: type, position: 'left' });
    const right = this.#read(condition['RightValue'], { comparison: type, position: 'right' });
    if (left.kind === 'none' || right.kind === 'none')
      return allOf([left, right].flatMap((each) => (each.kind === 'none' ? [each.verdict] : [])));
    return compare(type, left.value, right.value);
  }

  #isMember(condition: JsonObject): Verdict {
    const place = { comparison: String(condition['Type']) };
    const query = this.#read(condition['QueryValue'] ?? condition['Value'], { ...place, position: 'left' });
    const members = listOf(condition['Values'] ?? condition['In']).map((each) =>
      this.#read(each, { ...place, position: 'member' }),
    );
    if (query.kind === 'none') return query.verdict;
    return anyOf(
      members.map(
        (each): Verdict =>
          each.kind === 'none' ? each.verdict : { kind: 'outcome', outcome: isSame(query.value, each.value) },
      ),
    );
  }

  #read(operand: Json | undefined, place: Pick<ConditionOperand, 'comparison' | 'position'>): Operand {
    if (operand === undefined) return { kind: 'none', verdict: mistake(`${place.comparison}: an operand is missing`) };
    const evaluated = this.evaluate(operand);
    const value = evaluated.kind === 'known' ? { value: evaluated.value } : {};
    this.operands.push({ ...describeOperand(operand), ...place, ...value });
    if (evaluated.kind === 'known') return { kind: 'value', value: evaluated.value };
    return {
      kind: 'none',
      verdict: evaluated.kind === 'problem' ? evaluated : { kind: 'undecided', reason: evaluated.reason },
    };
  }
}

function listOf(value: Json | undefined): readonly Json[] {
  return isJsonList(value) ? value : [];
}

function mistake(reason: string): Verdict {
  return { kind: 'problem', reason };
}
