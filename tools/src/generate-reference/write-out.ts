import { EXPRESSION, type SchemaNode } from './describe-schema.js';

type Definitions = Readonly<Record<string, SchemaNode>>;

/**
 * The schema with what it refers to in place of the references, so that all fields can be listed. A definition inside
 * itself stays a reference, and so do value expressions, which are told in words.
 */
export function writeOut(node: SchemaNode, definitions: Definitions, inside: readonly string[] = []): SchemaNode {
  const { $ref: reference } = node;
  const name = reference?.replace(/^.*\//, '');
  const referred = name === undefined ? undefined : definitions[name];
  if (name !== undefined && referred !== undefined && reference !== EXPRESSION && !inside.includes(name))
    return { ...writeOut(referred, definitions, [...inside, name]), ...descriptionOf(node) };
  const inner = (child: SchemaNode) => writeOut(child, definitions, inside);
  return {
    ...node,
    ...(node.anyOf === undefined ? {} : { anyOf: node.anyOf.map(inner) }),
    ...(node.items === undefined ? {} : { items: inner(node.items) }),
    ...(typeof node.additionalProperties === 'object'
      ? { additionalProperties: inner(node.additionalProperties) }
      : {}),
    ...(node.properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(node.properties).map(([key, child]) => [key, inner(child)])) }),
  };
}

// What is said where the reference stands is closer to the field than what is said of all its uses.
function descriptionOf({ description }: SchemaNode): Pick<SchemaNode, 'description'> {
  return description === undefined ? {} : { description };
}
