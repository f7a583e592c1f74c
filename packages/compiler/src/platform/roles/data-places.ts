import { isJsonObject, type Json } from '@millrace/schema';
import type { PlatformText } from '../platform-model.js';
import { platformText } from '../platform-text.js';
import { BASELINE_MEMBERS, DATA_SLOTS, type DataAccess } from './data-slots.js';
import { ANYTHING, type DefinitionTexts } from './definition-texts.js';
import type { JobStep } from './job-steps.js';
import { type S3Place, s3PlaceOf } from './s3-place.js';
import { argumentLeaves, valuesOf } from './step-values.js';
import { literalStart, partsOf, withoutEnd } from './text-parts.js';

/** Objects in S3 that a job reads or writes. */
export interface DataPlace extends S3Place {
  /** What the keys of the objects look like. */
  readonly pattern: PlatformText;
  readonly access: 'read' | 'write';
}

/** The places that a step names, and its arguments of which no place is known. */
export interface DataPlaces {
  readonly places: readonly DataPlace[];
  readonly unknown: readonly string[];
}

/** The places in S3 that the jobs of a step read and write, by AWS's request shapes. */
export function dataPlaces({ step }: JobStep, texts: DefinitionTexts): DataPlaces {
  const slots = [
    ...argumentLeaves(step).map(({ slot, value, beside }) => ({ slot, value, access: accessAt(slot, beside) })),
    ...BASELINE_MEMBERS.flatMap((slot) =>
      valuesOf(step, slot).map((value) => ({ slot, value, access: 'read-object' as const })),
    ),
    ...baselinesOfGroup(step),
  ];
  const found = slots.flatMap(({ slot, value, access }) =>
    access === 'none' ? [] : texts.of(value).map((uri) => ({ slot, places: placesAt(uri, access) })),
  );
  return {
    places: found.flatMap(({ places }) => places ?? []),
    unknown: found.filter(({ places }) => places === undefined).map(({ slot }) => slot),
  };
}

/** A list of files is one object; the files are named only in it. */
function accessAt(slot: string, beside: Json): DataAccess {
  const access = Object.hasOwn(DATA_SLOTS, slot) ? (DATA_SLOTS[slot] ?? 'none') : 'none';
  const type = isJsonObject(beside) ? beside['S3DataType'] : undefined;
  return access === 'read-prefix' && typeof type === 'string' && type !== 'S3Prefix' ? 'read-object' : access;
}

/** A check compares with what an earlier execution of it has written, where it has a group to find that by. */
function baselinesOfGroup(step: JobStep['step']) {
  if (valuesOf(step, 'ModelPackageGroupName').length === 0 || valuesOf(step, 'CheckType').length === 0) return [];
  return valuesOf(step, 'ProcessingOutputConfig.Outputs.S3Output.S3Uri').map((value) => ({
    slot: 'ProcessingOutputConfig.Outputs.S3Output.S3Uri',
    value,
    access: 'resume' as const,
  }));
}

/** Undefined where a place is named that nobody knows; empty for texts that name no place, such as a path in the image. */
function placesAt(text: PlatformText, access: Exclude<DataAccess, 'none'>): readonly DataPlace[] | undefined {
  const uri = unquoted(text);
  const place = s3PlaceOf(uri);
  if (place === undefined) return isNoUri(uri) ? [] : undefined;
  switch (access) {
    case 'read-prefix':
      return [{ ...place, access: 'read', pattern: platformText(withoutAnything(place.key), ANYTHING) }];
    case 'read-object':
      return [{ ...place, access: 'read', pattern: place.key }];
    case 'write':
      return [{ ...place, access: 'write', pattern: below(place.key) }];
    case 'resume':
      return (['read', 'write'] as const).map((each) => ({ ...place, access: each, pattern: below(place.key) }));
  }
}

/** Hyperparameters are JSON texts. */
function unquoted(text: PlatformText): PlatformText {
  const [first, ...rest] = partsOf(text);
  if (typeof first !== 'string' || !first.startsWith('"')) return text;
  return withoutEnd(platformText(first.slice(1), ...rest), '"');
}

function isNoUri(text: PlatformText): boolean {
  const start = literalStart(text);
  return start !== '' && start !== ANYTHING && !'s3://'.startsWith(start.slice(0, 5));
}

function withoutAnything(key: PlatformText): PlatformText {
  return withoutEnd(key, ANYTHING);
}

function below(key: PlatformText): PlatformText {
  return key === '' ? ANYTHING : platformText(withoutEnd(key, '/'), '/', ANYTHING);
}
