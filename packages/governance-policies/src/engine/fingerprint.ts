import { createHash } from 'node:crypto';
import { isJsonList, isJsonObject, type Json, type JsonObject, type Path } from '@millrace/schema';

/** Members by which entries of lists are known, whatever their position. */
const NAMES = [
  ...['OutputName', 'InputName', 'ChannelName', 'DefinitionName', 'VariantName', 'Name', 'Key'],
  // In policies of templates.
  ...['Sid', 'PolicyName'],
];

/** A place in a definition in words that do not depend on positions: `Train` and `Arguments/InputDataConfig/train`. */
export interface StablePlace {
  /** Empty for what belongs to no step. */
  readonly step: string;
  readonly way: string;
}

/** The step or the resource around a place; the empty path where that is the whole document. */
export interface PlaceOwner {
  readonly path: Path;
  /** The name of the step; empty where it is none. */
  readonly step: string;
}

/** Where a path of a definition or a template lies, in words: the way inside of what is around it. */
export function stablePlace(json: Json, { path: around, step }: PlaceOwner, path: Path): StablePlace {
  return { step, way: wordsOf(json, path).slice(around.length).join('/') };
}

function wordsOf(start: Json, path: Path): readonly string[] {
  let at: Json | undefined = start;
  return path.map((segment) => {
    const next: Json | undefined = memberOf(at, segment);
    const word = typeof segment === 'number' && isJsonObject(next) ? (nameOf(next) ?? `${segment}`) : `${segment}`;
    at = next;
    return word;
  });
}

function memberOf(value: Json | undefined, segment: string | number): Json | undefined {
  if (isJsonList(value)) return typeof segment === 'number' ? value[segment] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

function nameOf(entry: JsonObject): string | undefined {
  const name = NAMES.map((key) => entry[key]).find((each) => typeof each === 'string');
  return typeof name === 'string' ? name : undefined;
}

/**
 * The fingerprint of what a rule says of a place.
 *
 * @param logicalId of the resource of a template in which the place lies
 */
export function fingerprintOf(rule: string, { step, way }: StablePlace, logicalId?: string): string {
  const who = logicalId === undefined ? [rule, step, way] : [rule, step, way, logicalId];
  return createHash('sha256').update(JSON.stringify(who)).digest('hex').slice(0, 16);
}
