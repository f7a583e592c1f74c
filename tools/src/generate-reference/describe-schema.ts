/** A part of the JSON Schema of the spec, as far as the reference reads it. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly anyOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly $ref?: string;
}

/** The reference to what stands for a value. */
export const EXPRESSION = '#/$defs/ValueExpression';

/** What may stand in a place, in a few words: `a whole number from 1 to 100, or an expression`. */
export function describeSchema(node: SchemaNode): string {
  const literal = describeLiteral(node) ?? 'any value';
  return takesExpression(node) ? `${literal}, or an expression` : literal;
}

/** True where an expression may stand in place of the literal. */
function takesExpression({ anyOf = [] }: SchemaNode): boolean {
  return anyOf.some((each) => each.$ref === EXPRESSION || takesExpression(each));
}

function describeLiteral(node: SchemaNode): string | undefined {
  if (node.anyOf !== undefined) return describeAlternatives(node.anyOf);
  if (node.$ref !== undefined) return node.$ref.replace(/^.*\//, '');
  if (node.enum !== undefined) return node.enum.map((each) => `\`${String(each)}\``).join(', ');
  if (node.const !== undefined) return `\`${String(node.const)}\``;
  return describeType(node);
}

/** Patterns of texts that hold something to be replaced begin with this. */
const REFERENCE = '\\$\\{';

// A text may hold references in place of its literal form: that alternative says nothing of its own.
function describeAlternatives(alternatives: readonly SchemaNode[]): string {
  const own = alternatives.filter((each) => each.$ref !== EXPRESSION);
  const [first, second] = own;
  const isReference = own.length === 2 && second?.pattern?.startsWith(REFERENCE) === true;
  const told = isReference && first !== undefined ? [first] : own;
  const words = told.flatMap((each) => describeLiteral(each) ?? []);
  return [...new Set(words)].join(' or ');
}

function describeType(node: SchemaNode): string | undefined {
  const { type, minimum, maximum, maxLength } = node;
  if (Array.isArray(type)) return type.map((each) => WORDS[each] ?? each).join(', ');
  switch (type) {
    case 'integer':
    case 'number':
      return minimum === undefined ? WORDS[type] : `${WORDS[type]} from ${minimum} ${toMaximum(maximum)}`;
    case 'string':
      return maxLength === undefined ? WORDS[type] : `${WORDS[type]} of at most ${maxLength} characters`;
    case 'array':
      return `a list${sizeOf(node)}`;
    case 'object':
      return node.properties === undefined && typeof node.additionalProperties === 'object'
        ? `a map of ${describeSchema(node.additionalProperties).replace(/^a /, '')}`
        : WORDS[type];
    default:
      return typeof type === 'string' ? WORDS[type] : undefined;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  object: 'a map',
  null: 'nothing',
};

function toMaximum(maximum: number | undefined): string {
  return maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? 'on' : `to ${maximum}`;
}

function sizeOf({ minItems, maxItems }: SchemaNode): string {
  if (maxItems === undefined) return '';
  return minItems === undefined || minItems === 0 ? ` of at most ${maxItems}` : ` of ${minItems} to ${maxItems}`;
}
