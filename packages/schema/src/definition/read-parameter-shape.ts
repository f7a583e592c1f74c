import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, type Json, type JsonObject } from '../source/json.js';
import { PARAMETER_TYPES } from './pipeline-definition.js';
import { shapeDiagnostics } from './shape-diagnostics.js';
import { type ShapeReader, withoutNulls } from './shape-reader.js';

/** Reads the frame of a parameter: a map with a name, a known type and, where given, a list of texts as values. */
export function readParameterShape(reader: ShapeReader, json: Json, path: Path): JsonObject | undefined {
  const map = reader.map({ value: json, path, what: 'a parameter' });
  if (map === undefined) return undefined;
  const parameter = withoutNulls(map, ['Type', 'DefaultValue', 'EnumValues', 'Description']);
  const name = reader.requiredText(parameter, 'Name', { path, of: 'a parameter' });
  if (name === undefined) return undefined;
  const of = `the parameter "${name}"`;
  readType(reader, parameter['Type'], { path: [...path, 'Type'], of });
  readValues(reader, parameter['EnumValues'], { path: [...path, 'EnumValues'], of });
  if (parameter['Description'] !== undefined) {
    reader.text({ value: parameter['Description'], path: [...path, 'Description'], what: `"Description" of ${of}` });
  }
  return parameter;
}

function readType(reader: ShapeReader, value: Json | undefined, { path, of }: { path: Path; of: string }): void {
  if (value === undefined) return;
  const given = reader.text({ value, path, what: `"Type" of ${of}` });
  if (given === undefined || PARAMETER_TYPES.some((type) => type === given)) return;
  reader.diagnostics.push(shapeDiagnostics['unknown-parameter-type']({ given }, { path }));
}

function readValues(reader: ShapeReader, value: Json | undefined, { path, of }: { path: Path; of: string }): void {
  if (value === undefined) return;
  reader.list({ value, path, what: `"EnumValues" of ${of}` });
  if (!isJsonList(value)) return;
  value.forEach((each, index) => {
    reader.text({ value: each, path: [...path, index], what: `a value of ${of}` });
  });
}
