/** A JSON Schema, as data. */
export type JsonSchema = { [key: string]: unknown };
