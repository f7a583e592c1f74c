import {
  asExpression,
  type DefinitionStep,
  declaredValue,
  isJsonList,
  type Json,
  type PropertyPath,
  parseReference,
  placedSteps,
  writeJson,
} from '@millrace/schema';
import { distinct } from '../distinct.js';
import type { PlatformInput, PlatformText } from '../platform-model.js';
import { platformText } from '../platform-text.js';
import { propertyBelow } from './property-below.js';

/** Stands for what only an execution knows; in a pattern of IAM it matches anything. */
export const ANYTHING = '*';

/** More alternatives than these are put together as anything. */
const MOST_ALTERNATIVES = 32;

/** Chains of references that are longer are not followed. */
const LONGEST_CHAIN = 30;

/**
 * What the values of a definition can be as texts, as far as it says so: a parameter has its default and its listed
 * values, a property of a step what that step declares; what an execution makes is anything. Characters that mean
 * something in patterns of IAM are escaped.
 */
export class DefinitionTexts {
  readonly steps: readonly DefinitionStep[];
  readonly #input: PlatformInput;
  readonly #byName: ReadonlyMap<string, DefinitionStep>;
  #depth = 0;

  constructor(input: PlatformInput) {
    this.#input = input;
    this.steps = placedSteps(input.definition).map(({ step }) => step);
    this.#byName = new Map(this.steps.map((step) => [step.Name, step]));
  }

  /** All that the value can be. */
  of(value: Json | undefined): readonly PlatformText[] {
    if (value === undefined || value === null || this.#depth > LONGEST_CHAIN) return [ANYTHING];
    this.#depth++;
    const found = distinct(this.#read(value));
    this.#depth--;
    return found.length > MOST_ALTERNATIVES ? [ANYTHING] : found;
  }

  /** The step that a value reads a property of. */
  stepReadBy(value: Json): DefinitionStep | undefined {
    const reference = referenceIn(value);
    return reference !== undefined && 'step' in reference ? this.#byName.get(reference.step) : undefined;
  }

  /** The step of that name. */
  step(name: string): DefinitionStep | undefined {
    return this.#byName.get(name);
  }

  #read(value: Json): readonly PlatformText[] {
    const expression = asExpression(value);
    switch (expression?.kind) {
      case undefined:
        return [escapePattern(typeof value === 'string' ? value : writeJson(value))];
      case 'get':
        return this.#get(value);
      case 'join':
        return this.#join(isJsonList(expression.values) ? expression.values : [], String(expression.on));
      case 'text':
        return this.#join(expression.parts, '');
      case 'deployValue':
        return this.#deployValue(value, expression.name);
      case 'jsonGet':
        return [ANYTHING];
    }
  }

  #join(parts: readonly Json[], on: string): readonly PlatformText[] {
    return parts.reduce<readonly PlatformText[]>(
      (starts, part, index) => {
        const ends = this.of(part);
        const separator = index === 0 ? '' : escapePattern(on);
        const many = starts.length * ends.length > MOST_ALTERNATIVES;
        return starts.flatMap((start) => (many ? [ANYTHING] : ends).map((end) => platformText(start, separator, end)));
      },
      [''],
    );
  }

  #get(value: Json): readonly PlatformText[] {
    const reference = referenceIn(value);
    switch (reference?.kind) {
      case 'parameter':
        return this.#parameter(reference.name);
      case 'execution':
        return reference.variable === 'PipelineName' ? this.of(this.#input.pipelineName) : [ANYTHING];
      case 'property':
        return this.#property(reference.step, reference.path);
      default:
        return [ANYTHING];
    }
  }

  #parameter(name: string): readonly PlatformText[] {
    const { DefaultValue, EnumValues = [] } =
      this.#input.definition.Parameters?.find((parameter) => parameter.Name === name) ?? {};
    const stated = [...(DefaultValue === undefined ? [] : [DefaultValue]), ...EnumValues];
    return stated.length === 0 ? [ANYTHING] : stated.flatMap((each) => this.of(each));
  }

  #property(name: string, path: PropertyPath): readonly PlatformText[] {
    const step = this.#byName.get(name);
    if (step === undefined) return [ANYTHING];
    const made = propertyBelow(step, path);
    return made.length > 0 ? made.flatMap((each) => this.of(each)) : this.of(declaredValue(step, path));
  }

  /** Local code is where it will be put. */
  #deployValue(value: Json, name: string): readonly PlatformText[] {
    const code = this.#input.code.find(({ sha256 }) => name === `code:${sha256}`);
    return [code?.uri ?? value];
  }
}

function referenceIn(value: Json) {
  const expression = asExpression(value);
  return expression?.kind === 'get' && typeof expression.reference === 'string'
    ? parseReference(expression.reference)
    : undefined;
}

/** IAM takes `*` and `?` for wildcards and `${` for the beginning of a variable, unless they stand in `${…}`. */
function escapePattern(literal: string): string {
  return literal.replace(/[*?$]/g, (special) => `\${${special}}`);
}
