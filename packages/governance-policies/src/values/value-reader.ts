import {
  asExpression,
  type DefinitionParameter,
  type Expression,
  isJsonList,
  isJsonScalar,
  isNumber,
  type Json,
  numberOf,
  parseReference,
} from '@millrace/schema';
import type { PolicyLiteral, PolicyParameter, PolicyValue } from './policy-value.js';
import type { StandIn } from './stand-in.js';

/** What values are read with. */
export interface ValueSources {
  readonly parameters: readonly DefinitionParameter[];
  /** Deploy values that the environment names. */
  readonly deployValues: ReadonlyMap<string, string>;
  /** What is known of deploy values that nobody gives. */
  readonly standIns?: ReadonlyMap<string, StandIn> | undefined;
}

/** Reads values of one definition for one environment. */
export class ValueReader {
  readonly #parameters: ReadonlyMap<string, PolicyParameter>;
  readonly #deployValues: ReadonlyMap<string, string>;
  readonly #standIns: ReadonlyMap<string, StandIn>;
  /** Many rules ask of the same value. */
  readonly #known = new WeakMap<object, PolicyValue>();

  constructor({ parameters, deployValues, standIns = new Map() }: ValueSources) {
    this.#parameters = new Map(parameters.map((each) => [each.Name, parameterOf(each)]));
    this.#deployValues = deployValues;
    this.#standIns = standIns;
  }

  /** What can be said of a value; null counts as absent, as it does for AWS. */
  read(json: Json | undefined): PolicyValue {
    if (json === undefined || json === null) return { kind: 'absent' };
    if (isJsonScalar(json)) return { kind: 'literal', value: literalOf(json) };
    const known = this.#known.get(json);
    if (known !== undefined) return known;
    const expression = asExpression(json);
    const value: PolicyValue = expression === undefined ? { kind: 'structure' } : this.#readExpression(expression);
    this.#known.set(json, value);
    return value;
  }

  #readExpression(expression: Expression): PolicyValue {
    switch (expression.kind) {
      case 'get':
        return this.#readReference(expression.reference);
      case 'deployValue':
        return this.#readDeployValue(expression);
      case 'text':
        return textOf(expression.parts.map((part) => this.read(part)));
      case 'join':
        return this.#readJoin(expression.on, expression.values);
      case 'jsonGet':
        return { kind: 'run', source: 'a file that a step writes' };
    }
  }

  #readDeployValue({ name, type }: Extract<Expression, { kind: 'deployValue' }>): PolicyValue {
    const known = this.#deployValues.get(name);
    if (known !== undefined) return { kind: 'literal', value: literalOfText(known, type) };
    const standIn = this.#standIns.get(name);
    if (standIn === undefined) return { kind: 'deployValue', name };
    if (standIn.kind === 'parameter') return standIn;
    return { kind: 'choice', by: standIn.by, options: standIn.options.map((each) => this.read(each)) };
  }

  #readJoin(on: Json, values: Json): PolicyValue {
    if (!isJsonList(values) || typeof on !== 'string') return { kind: 'run', source: 'an expression' };
    const parts = values.map((each) => this.read(each));
    const separator: PolicyValue = { kind: 'literal', value: on };
    return textOf(parts.flatMap((part, index) => (index === 0 || on === '' ? [part] : [separator, part])));
  }

  #readReference(reference: Json): PolicyValue {
    const parsed = typeof reference === 'string' ? parseReference(reference) : undefined;
    if (parsed?.kind !== 'parameter') {
      return { kind: 'run', source: typeof reference === 'string' ? reference : 'an expression' };
    }
    // An undeclared parameter is told about elsewhere; it has neither default nor bounds.
    return { kind: 'parameter', parameter: this.#parameters.get(parsed.name) ?? { name: parsed.name } };
  }
}

function parameterOf({ Name: name, DefaultValue: given, EnumValues: allowed }: DefinitionParameter): PolicyParameter {
  const known = given !== undefined && given !== null && isJsonScalar(given);
  return {
    name,
    ...(known && { defaultValue: literalOf(given) }),
    ...(isJsonList(allowed) && { allowed: allowed.filter(isJsonScalar).map(literalOf) }),
  };
}

function literalOf(json: Json): PolicyLiteral {
  if (isNumber(json)) return numberOf(json);
  return typeof json === 'boolean' ? json : String(json);
}

function literalOfText(text: string, type: string): PolicyLiteral {
  if (type === 'Boolean') return text === 'true';
  return type === 'Integer' || type === 'Float' ? Number(text) : text;
}

function textOf(parts: readonly PolicyValue[]): PolicyValue {
  const texts = parts.map((part) => (part.kind === 'literal' ? String(part.value) : undefined));
  const known = texts.filter((text) => text !== undefined);
  if (known.length === parts.length) return { kind: 'literal', value: known.join('') };
  return { kind: 'text', parts: parts.flatMap((part) => (part.kind === 'text' ? part.parts : [part])) };
}
