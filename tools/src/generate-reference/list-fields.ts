import { describeSchema, type SchemaNode } from './describe-schema.js';

/** One row of a table of fields. */
export interface Field {
  /** `inputs[].inputName` */
  readonly name: string;
  readonly isRequired: boolean;
  readonly takes: string;
  readonly description: string;
}

/** All fields of an object of the spec, those of inner objects and lists included, in their order. */
export function listFields(node: SchemaNode, prefix = ''): readonly Field[] {
  const { properties = {}, required = [] } = node;
  return Object.entries(properties).flatMap(([key, child]) => {
    const name = `${prefix}${key}`;
    const { description = '' } = child;
    const field = { name, isRequired: required.includes(key), takes: describeSchema(child), description };
    return [field, ...innerFields(child, name)];
  });
}

function innerFields(node: SchemaNode, name: string): readonly Field[] {
  if (node.items !== undefined)
    return [...listFields(node.items, `${name}[].`), ...innerOfAlternatives(node.items, `${name}[]`)];
  if (node.properties !== undefined) return listFields(node, `${name}.`);
  if (typeof node.additionalProperties === 'object') return listFields(node.additionalProperties, `${name}.*.`);
  return innerOfAlternatives(node, name);
}

function innerOfAlternatives({ anyOf = [] }: SchemaNode, name: string): readonly Field[] {
  const maps = anyOf.filter(({ properties }) => properties !== undefined);
  const fields = anyOf.flatMap((each) =>
    innerFields(each, name).map((field) => ({ ...field, isRequired: field.isRequired && maps.length < 2 })),
  );
  // Alternatives share fields, which are told once; none of them must be given where another alternative lacks it.
  return [...new Map([...fields].reverse().map((field) => [field.name, field])).values()].reverse();
}
