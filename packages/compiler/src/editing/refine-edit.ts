import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonEdit,
  type JsonObject,
  type Path,
  sameJson,
} from '@millrace/schema';

/** The same change in the smallest parts: what a map or list already holds is not written again. */
export function refineEdit(before: Json | undefined, edit: JsonEdit): readonly JsonEdit[] {
  return 'value' in edit ? [...changesBetween(before, edit.value, edit.path)] : [edit];
}

function* changesBetween(before: Json | undefined, after: Json, path: Path): Generator<JsonEdit> {
  if (sameJson(before, after)) return;
  if (isJsonObject(before) && isJsonObject(after)) yield* changesOfMap(before, after, path);
  else if (isJsonList(before) && isJsonList(after) && before.length > 0) yield* changesOfList(before, after, path);
  else yield { path, value: after };
}

function* changesOfMap(before: JsonObject, after: JsonObject, path: Path): Generator<JsonEdit> {
  for (const [key, value] of Object.entries(after))
    yield* changesBetween(Object.hasOwn(before, key) ? before[key] : undefined, value, [...path, key]);
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) yield { path: [...path, key], remove: true };
}

function* changesOfList(before: readonly Json[], after: readonly Json[], path: Path): Generator<JsonEdit> {
  for (const [index, value] of after.entries()) yield* changesBetween(before[index], value, [...path, index]);
  for (let index = before.length - 1; index >= after.length; index--) yield { path: [...path, index], remove: true };
}
