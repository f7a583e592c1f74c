import type { Json } from '@millrace/schema';
import { toJSONSchema } from 'zod';
import type { GovernanceRule } from './governance-rule.js';

/** What a project may set of a rule, as people read it. */
export interface RuleOption {
  readonly name: string;
  /** `a list of text` */
  readonly takes: string;
  readonly meaning: string;
  /** What holds where the project says nothing. */
  readonly initial: Json;
}

/** The options of a rule, in the order of its file; the schema that reads them is where they are described. */
export function optionsOf({ options }: Pick<GovernanceRule, 'options'>): readonly RuleOption[] {
  const { properties = {} } = toJSONSchema(options, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    // A property of an object's schema is a schema; `true` and `false`, which it could be too, are never made here.
    const option = property as OptionSchema;
    return { name, takes: wordsOf(option), meaning: option.description ?? '', initial: option.default ?? null };
  });
}

/** The part of JSON Schema that options are written in. */
interface OptionSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly enum?: readonly string[];
  readonly items?: OptionSchema;
  readonly additionalProperties?: OptionSchema;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a map',
};

function wordsOf(option: OptionSchema): string {
  if (option.enum !== undefined) return `one of ${option.enum.join(', ')}`;
  if (option.items !== undefined) return `a list of ${wordsOf(option.items)}`;
  const { type = '', additionalProperties: each } = option;
  if (type === 'object' && each !== undefined) return `a map of ${wordsOf(each)}`;
  return `${WORDS[type] ?? 'any value'}${boundsOf(option)}`;
}

function boundsOf({ minimum, exclusiveMinimum, maximum }: OptionSchema): string {
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum;
  const from = least === undefined ? '' : ` ${exclusiveMinimum === undefined ? 'from' : 'above'} ${least}`;
  return maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? from : `${from} to ${maximum}`;
}
