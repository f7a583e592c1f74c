import {
  INHERITED_BODY_FIELDS,
  INHERITED_SETTINGS,
  isJsonObject,
  type Json,
  type JsonEdit,
  type Path,
  type PipelineDefinition,
} from '@millrace/schema';
import type { CompiledPipeline } from '../compile-spec.js';
import { type AuthorField, camelCase, type FoundField, fieldsFor } from './author-field.js';
import { authorValue, shortDuration, timeSpanOf } from './author-value.js';
import { leafDifferences, valueAt } from './leaf-differences.js';
import { refineEdit } from './refine-edit.js';

/** Edits of a spec that may come to a wanted change of its definition. */
export type Candidate = readonly JsonEdit[];

/** A place of a definition that is to change. */
export interface WantedChange {
  readonly path: Path;
  /** The whole definition as it is wanted. */
  readonly wanted: Json;
  readonly compiled: CompiledPipeline;
}

/** Edits in the author's words: of what the author wrote, then of what an author would write. */
export function authorCandidates(change: WantedChange): readonly Candidate[] {
  return [...writtenCandidates(change), ...fieldCandidates(change), ...parameterCandidates(change)];
}

/** Edits in AWS's words, for what the author has none for. */
export function escapeCandidates(change: WantedChange): readonly Candidate[] {
  const place = stepOf(change);
  if (place === undefined) return [];
  const { step, inside } = place;
  if (place.isRaw) return [edit([...step, 'raw', ...inside], valueAt(change.wanted, change.path))];
  if (inside[0] !== 'Arguments' || inside.length < 2) return [];
  // A list is replaced as a whole.
  const list = inside.findIndex((segment) => typeof segment === 'number');
  const inArguments = list === -1 ? inside : inside.slice(0, list);
  const whole = valueAt(change.wanted, [...change.path.slice(0, -inside.length), ...inArguments]);
  const at = [...step, 'arguments', ...inArguments.slice(1)];
  if (whole === undefined) return [[{ path: at, remove: true }], [{ path: at, value: null }]];
  return [authorValue(whole), whole].flatMap((each) => (each === undefined ? [] : [[{ path: at, value: each }]]));
}

/** What the author wrote for the place, where anything did: changed, or taken away where that leaves what is wanted. */
function writtenCandidates(change: WantedChange): readonly Candidate[] {
  const { path, compiled, wanted } = change;
  const { document } = compiled;
  const origin = compiled.originOf(path);
  const written = valueAt(document.value, origin);
  const isOwn = valueAt(json(compiled.definition), path) !== undefined && written !== undefined;
  if (!isOwn || isSection(written)) return [];
  const at = document.writtenPath(origin);
  const value = valueAt(wanted, path);
  const texts = value === undefined ? [] : spellings(value, written);
  return [...texts.map((each) => [{ path: at, value: each }]), [{ path: at, remove: true }]];
}

/** The value in the notation that the author has used, first. */
function spellings(value: Json, written: Json): readonly Json[] {
  const isSpan = typeof written === 'string' && /^\d+[smhdw]$/.test(written);
  const short = isSpan ? (typeof value === 'string' ? shortDuration(value) : timeSpanOf(value)) : undefined;
  return [short, authorValue(value)].filter((each) => each !== undefined);
}

/** A part of the spec that says more than one value: expressions have a single key. */
function isSection(written: Json): boolean {
  return isJsonObject(written) && Object.keys(written).length !== 1;
}

function fieldCandidates(change: WantedChange): readonly Candidate[] {
  const place = stepOf(change);
  if (place === undefined) return [];
  return fieldsFor(place.inside).flatMap((found) => {
    const places = placesOf(found, place, change);
    return places.flatMap((at) => writeField(found, { ...place, at }, change));
  });
}

/** Where a field may stand: what steps share, if they do or if several want the same, then the step. */
function placesOf({ field, end }: FoundField, { step, inside }: StepPlace, change: WantedChange): readonly Path[] {
  const shared = sharedPlaces(field, change);
  if (field.scope === 'step') return [...shared, [...step, ...field.field]];
  const start = change.path.length - inside.length;
  const entry = inside.slice(0, end).findLastIndex((segment) => typeof segment === 'number');
  const holder = change.path.slice(0, start + Math.max(entry + 1, 1));
  return [...shared, [...change.compiled.document.writtenPath(change.compiled.originOf(holder)), ...field.field]];
}

function sharedPlaces({ field: [first = '', ...rest] }: AuthorField, change: WantedChange): readonly Path[] {
  const { value } = change.compiled.document;
  const isWanted = isWantedOften(change);
  const network = ['pipeline', 'networkConfig'];
  const inherited = ['pipeline', 'defaults'];
  const hasDefault = valueAt(value, [...inherited, first]) !== undefined;
  const isInheritable = [...INHERITED_SETTINGS, ...INHERITED_BODY_FIELDS].includes(first);
  const isShared = isInheritable && (hasDefault || (isWanted && valueAt(value, inherited) !== undefined));
  return [
    ...(first === 'network' && (isWanted || valueAt(value, network) !== undefined) ? [[...network, ...rest]] : []),
    ...(isShared ? [[...inherited, first, ...rest]] : []),
  ];
}

/** Whether the same member is to change in several places. */
function isWantedOften({ path, wanted, compiled }: WantedChange): boolean {
  const name = path.findLast((segment) => typeof segment === 'string');
  const others = leafDifferences(json(compiled.definition), wanted).filter((each) => each.includes(name ?? ''));
  return new Set(others.map((each) => each.slice(0, path.length).join('/'))).size > 1;
}

function writeField(
  { field, end }: FoundField,
  { inside, at }: StepPlace & { readonly at: Path },
  { path, wanted, compiled }: WantedChange,
): readonly Candidate[] {
  const { write } = field;
  const member = path.slice(0, path.length - inside.length + end);
  if (write === undefined) return [edit([...at, ...inside.slice(end)], authored(valueAt(wanted, path)))];
  const after = valueAt(wanted, member);
  const value = after === undefined ? undefined : write(after);
  if (value === undefined) return after === undefined ? [[{ path: at, remove: true }]] : [];
  const before = valueAt(json(compiled.definition), member);
  // Key by key, because a map of the author may say more than the member.
  const parts = refineEdit(before === undefined ? {} : write(before), { path: at, value });
  return [parts, [{ path: at, value }]];
}

function authored(value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : authorValue(value);
}

/** Parameters stand in a spec as in a definition, with keys in the author's spelling. */
function parameterCandidates({ path, wanted }: WantedChange): readonly Candidate[] {
  const [section, index, member, ...rest] = path;
  if (section !== 'Parameters' || typeof index !== 'number') return [];
  const at = ['pipeline', 'parameters', index];
  const value = valueAt(wanted, path);
  if (typeof member === 'string') return [edit([...at, camelCase(member), ...rest], value)];
  return value === undefined ? [[{ path: at, remove: true }]] : [];
}

/** A step around a place. */
interface StepPlace {
  /** Where the author wrote the step. */
  readonly step: Path;
  /** The way from the step to the place. */
  readonly inside: Path;
  /** Whether the step is in SageMaker's words. */
  readonly isRaw: boolean;
}

const STEP_LISTS: readonly unknown[] = ['Steps', 'IfSteps', 'ElseSteps'];

function stepOf({ path, compiled }: WantedChange): StepPlace | undefined {
  const at = path.findLastIndex(
    (segment, index) => typeof segment === 'number' && STEP_LISTS.includes(path[index - 1]),
  );
  if (at === -1 || at === path.length - 1) return undefined;
  const origin = compiled.originOf(path.slice(0, at + 1));
  const isRaw = origin.at(-1) === 'raw';
  const step = compiled.document.writtenPath(isRaw ? origin.slice(0, -1) : origin);
  return { step, inside: path.slice(at + 1), isRaw };
}

function edit(path: Path, value: Json | undefined): Candidate {
  return [value === undefined ? { path, remove: true } : { path, value }];
}

function json(definition: PipelineDefinition): Json {
  // A definition is JSON; its interfaces have no index signature to say so.
  return definition as unknown as Json;
}
