import {
  isJsonList,
  isJsonObject,
  type Json,
  looksLikeExpression,
  objectFromEntries,
  type PlainJson,
  toPlainJson,
} from '@millrace/schema';
import { evaluate } from './evaluate.js';
import type { Scope } from './scope.js';
import { unknownValue } from './unknown-value.js';

/** Arguments with every expression replaced by its value. */
export interface ResolvedArguments {
  readonly value: PlainJson;
  /** Mistakes; a step with one fails before its job starts. */
  readonly problems: readonly string[];
  /** Why values are unknown; they stand in `value` as unknown values. */
  readonly unknowns: readonly string[];
}

/** Replaces every expression in a step's arguments, at any depth. */
export function resolveArguments(value: Json, scope: Scope): ResolvedArguments {
  const problems: string[] = [];
  const unknowns: string[] = [];
  const resolve = (part: Json): PlainJson => {
    if (looksLikeExpression(part)) {
      const evaluated = evaluate(part, scope);
      if (evaluated.kind === 'known') return evaluated.value;
      (evaluated.kind === 'problem' ? problems : unknowns).push(evaluated.reason);
      return unknownValue(evaluated.reason);
    }
    if (isJsonList(part)) return part.map(resolve);
    if (isJsonObject(part)) return objectFromEntries(Object.entries(part).map(([key, each]) => [key, resolve(each)]));
    return toPlainJson(part);
  };
  return { value: resolve(value), problems, unknowns };
}
