import type { JsonSchema } from './json-schema.js';
import { INHERITED_BODY_FIELDS, INHERITED_SETTINGS, SETTINGS_WITH_NONE } from './pipeline-defaults.js';

/**
 * The JSON Schema of a step as an author may write it: what it can inherit from `pipeline.defaults` need not be there,
 * and `none` switches it off.
 */
export function inheritableStep(step: JsonSchema, bodyKey: string): JsonSchema {
  const switchable = INHERITED_SETTINGS.filter((key) => !SETTINGS_WITH_NONE.includes(key));
  const properties = orNone(schemaAt(step, 'properties'), switchable);
  const body = schemaAt(properties, bodyKey);
  return { ...step, properties: { ...properties, [bodyKey]: inheritableBody(body) } };
}

function inheritableBody(body: JsonSchema): JsonSchema {
  const required = Array.isArray(body['required']) ? body['required'] : [];
  const needed = required.filter((key) => !INHERITED_BODY_FIELDS.includes(key));
  const { required: _, ...rest } = body;
  const properties = orNone(schemaAt(body, 'properties'), INHERITED_BODY_FIELDS);
  return { ...rest, properties, ...(needed.length === 0 ? {} : { required: needed }) };
}

function orNone(properties: JsonSchema, keys: readonly string[]): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, keys.includes(key) ? allowNone(schema) : schema]),
  );
}

function allowNone(schema: unknown): JsonSchema {
  // Every property of a schema is a schema again.
  const { description, ...rest } = schema as JsonSchema;
  return { ...(description === undefined ? {} : { description }), anyOf: [{ const: 'none' }, rest] };
}

function schemaAt(schema: JsonSchema, key: string): JsonSchema {
  // As above.
  return (schema[key] ?? {}) as JsonSchema;
}
