import { createHash } from 'node:crypto';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  type Path,
  type PipelineDefinition,
  type PlacedStep,
} from '@millrace/schema';

/** Members by which entries of lists are known, whatever their position. */
const NAMES = ['OutputName', 'InputName', 'ChannelName', 'DefinitionName', 'VariantName', 'Name', 'Key'];

/** A place in a definition in words that do not depend on positions: `Train` and `Arguments/InputDataConfig/train`. */
export interface StablePlace {
  /** Empty for what belongs to no step. */
  readonly step: string;
  readonly way: string;
}

/** Where a path of a definition lies, in words. */
export function stablePlace(definition: PipelineDefinition, step: PlacedStep | undefined, path: Path): StablePlace {
  // Both are JSON; their interfaces have no index signature to say so.
  const start = (step === undefined ? definition : step.step) as unknown as Json;
  const inside = path.slice(step?.path.length ?? 0);
  return { step: step?.step.Name ?? '', way: wordsOf(start, inside).join('/') };
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

/** The fingerprint of what a rule says of a place. */
export function fingerprintOf(rule: string, { step, way }: StablePlace): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, step, way]))
    .digest('hex')
    .slice(0, 16);
}
