import { asExpression, isJsonList, isJsonObject, type Json } from '@millrace/schema';
import { S3_MEMBERS } from '../jobs/request-members.js';
import type { PolicyContext } from '../rule/policy-context.js';
import { s3Places } from '../storage/s3-places.js';
import { textCandidatesOf } from '../values/candidates.js';

/** Whether anything but an output names a URI, or one below it: an input, a variable, a hyperparameter, a word of a command. */
export function isReadByItsName(uri: Json, context: PolicyContext): boolean {
  const text = textOf(uri, context);
  return text === undefined || context.once(namesRead).has(text);
}

/** All URIs that are read, with the places that they lie below. */
function namesRead(context: PolicyContext): ReadonlySet<string> {
  const names = new Set<string>();
  const outputs = new Set(s3Places(context).flatMap(({ use, path }) => (use === 'output' ? [path.join('\0')] : [])));
  const visit = (value: Json, path: string, member: string): void => {
    if (S3_MEMBERS.has(member) && outputs.has(path)) return;
    if (isJsonList(value)) for (const [index, each] of value.entries()) visit(each, below(path, index), '');
    else if (isJsonObject(value) && asExpression(value) === undefined) {
      for (const [key, each] of Object.entries(value)) visit(each, below(path, key), key);
    } else for (const name of placesAround(textOf(value, context))) names.add(name);
  };
  visit(context.definition.json, '', '');
  return names;
}

function below(path: string, key: string | number): string {
  return path === '' ? `${key}` : `${path}\0${key}`;
}

/** `s3://b/a/f` lies below `s3://b/a` and `s3://b`. */
function placesAround(uri: string | undefined): readonly string[] {
  if (uri === undefined) return [];
  const segments = uri.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** The URI in a text, if there is one; script mode puts texts into quotes. */
function textOf(value: Json, context: PolicyContext): string | undefined {
  const given = textCandidatesOf(context.read(value)).usual?.value;
  return /s3:\/\/[^\s"',]*/.exec(String(given ?? ''))?.[0].replace(/\/+$/, '');
}
