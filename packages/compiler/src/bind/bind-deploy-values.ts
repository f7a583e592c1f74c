import {
  asExpression,
  type DeployValueName,
  type DeployValueType,
  deployValueNameOf,
  deployValueTypeOf,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  join,
  objectFromEntries,
  TEXT_KEY,
  textPartsOf,
} from '@millrace/schema';
import { typedText } from './typed-text.js';

/** What binding leaves: the definition, and the names that nothing gave a value for (sorted, each once). */
export interface Bound {
  readonly value: Json;
  readonly unbound: readonly DeployValueName[];
  /** Values that are not of the type that their place wants; they stay symbolic. */
  readonly illTyped: readonly IllTypedValue[];
}

/** A value that was given as text and is none of the wanted type. */
export interface IllTypedValue {
  readonly name: DeployValueName;
  readonly type: DeployValueType;
  readonly given: string;
}

/** Gives the value of a deploy value as text, or undefined where it has none (yet). */
export type DeployValues = (name: DeployValueName, type: DeployValueType) => string | undefined;

/**
 * Replaces deploy values by their values. Texts and joins that held some are put together as far as they are known:
 * a text whose parts are all known becomes a string, neighbouring literals become one. What holds no deploy value is
 * left as it was, so that a definition made by someone else keeps its form; binding twice is binding with both.
 */
export function bindDeployValues(symbolic: Json, values: DeployValues): Bound {
  const binder = new Binder(values);
  const value = binder.bind(symbolic);
  return { value, unbound: [...binder.unbound].sort(), illTyped: [...binder.illTyped.values()] };
}

class Binder {
  readonly unbound = new Set<DeployValueName>();
  readonly illTyped = new Map<string, IllTypedValue>();

  constructor(readonly values: DeployValues) {}

  bind(value: Json): Json {
    const name = deployValueNameOf(value);
    if (name !== undefined && isJsonObject(value)) return this.#bindName(name, value);
    const parts = textPartsOf(value);
    if (parts !== undefined) return assembleText(mergeLiterals(this.#bindParts(parts)));
    if (isJsonList(value)) return value.map((item) => this.bind(item));
    if (!isJsonObject(value)) return value;
    return isSymbolicJoin(value)
      ? this.#bindJoin(value)
      : objectFromEntries(Object.entries(value).map(([key, member]) => [key, this.bind(member)]));
  }

  #bindName(name: DeployValueName, node: JsonObject): Json {
    const type = deployValueTypeOf(node);
    const given = this.values(name, type);
    if (given === undefined) {
      this.unbound.add(name);
      return node;
    }
    const bound = typedText(given, type);
    if (bound === undefined) this.illTyped.set(`${name} ${type}`, { name, type, given });
    return bound ?? node;
  }

  // A join with "" between its values is a text with expressions in it, so the parts of texts go in among its values.
  #bindJoin(value: Json): Json {
    const expression = asExpression(value);
    if (expression?.kind !== 'join' || !isJsonList(expression.values)) return value;
    const { on } = expression;
    if (on !== '') return { 'Std:Join': { On: on, Values: expression.values.map((item) => this.bind(item)) } };
    const parts = mergeLiterals(this.#bindParts(expression.values));
    const [only, ...others] = parts;
    return typeof only === 'string' && others.length === 0 ? only : join('', parts);
  }

  /** The parts with texts inside of them taken apart. */
  #bindParts(parts: readonly Json[]): readonly Json[] {
    return parts.flatMap((part) => {
      const bound = this.bind(part);
      return textPartsOf(bound) ?? [bound];
    });
  }
}

// A join inside counts too: bound, it becomes a literal that its neighbours merge with.
function isSymbolicJoin(value: Json): boolean {
  const expression = asExpression(value);
  if (expression?.kind !== 'join' || !isJsonList(expression.values)) return false;
  return expression.values.some(
    (item) => deployValueNameOf(item) !== undefined || textPartsOf(item) !== undefined || isSymbolicJoin(item),
  );
}

function mergeLiterals(parts: readonly Json[]): readonly Json[] {
  const merged: Json[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  const substantial = merged.filter((part) => part !== '');
  return substantial.length === 0 ? [''] : substantial;
}

function assembleText(parts: readonly Json[]): Json {
  const [only, ...others] = parts;
  if (others.length === 0 && (typeof only === 'string' || deployValueNameOf(only) !== undefined)) return only ?? '';
  return { [TEXT_KEY]: parts };
}
