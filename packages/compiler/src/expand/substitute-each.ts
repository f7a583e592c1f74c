import {
  didYouMean,
  listNames,
  type Path,
  type SourceEntry,
  type SourceMap,
  type SourceNode,
  SourceNumber,
  type SourceScalar,
} from '@millrace/schema';
import { expandDiagnostics } from './expand-diagnostics.js';
import { FOR_EACH_LIMITS, type ForEachBudget } from './for-each-budget.js';
import { type ForEachItem, textOf } from './for-each-items.js';
import type { OncePerPlace } from './once-per-place.js';
import { entryOf } from './source-maps.js';

/** What a substitution reads and gathers. */
export interface Substitution {
  readonly item: ForEachItem;
  readonly problems: OncePerPlace;
  readonly budget: ForEachBudget;
}

/**
 * A part of a step with `${each.…}` replaced in its values. A text that is nothing else becomes the value itself, with its
 * type and place. Parts without one are shared between the steps.
 */
export function substituteEach(node: SourceNode, path: Path, substitution: Substitution): SourceNode {
  if (node.kind === 'scalar') return substituteText(node, path, substitution);
  if (node.kind === 'list') {
    const items = node.items.map((item, index) => substituteEach(item, [...path, index], substitution));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  // Its text is verbatim.
  if (isLiteral(node)) return node;
  const entries = node.entries.map((entry) => substituteEntry(entry, path, substitution));
  return entries.every((entry, index) => entry === node.entries[index]) ? node : { ...node, entries };
}

function isLiteral(node: SourceMap): boolean {
  return node.entries.length === 1 && entryOf(node, 'literal') !== undefined;
}

function substituteEntry(entry: SourceEntry, path: Path, substitution: Substitution): SourceEntry {
  const value = substituteEach(entry.value, [...path, entry.key], substitution);
  return value === entry.value ? entry : { ...entry, value };
}

// `$${` is a literal `${`, as in every text of a spec.
const TOKEN = /(\$\$\{|\$\{\s{0,9}each\b[^{}]{0,256}\})/;
const WHOLE = /^\$\{\s{0,9}(each\b[^{}]{0,256})\}$/;

function substituteText(node: SourceScalar, path: Path, substitution: Substitution): SourceNode {
  const { value: text } = node;
  if (typeof text !== 'string' || !text.includes('each')) return node;
  const at = node.origin ?? path;
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return resolve(whole.trim(), at, substitution) ?? node;
  const pieces = text.split(TOKEN);
  // Of a text that is split at what a group catches, every second piece is caught.
  const replaced = pieces.map((piece, index) => (index % 2 === 0 ? piece : resolvePiece(piece, at, substitution)));
  return pieces.length === 1 ? node : { ...node, value: joinPieces(replaced, at, substitution) };
}

function joinPieces(pieces: readonly string[], path: Path, { budget, problems }: Substitution): string {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (budget.takeText(length)) return pieces.join('');
  problems.add(expandDiagnostics['for-each-too-large'](FOR_EACH_LIMITS, { path }));
  return '';
}

function resolvePiece(piece: string, path: Path, substitution: Substitution): string {
  const name = WHOLE.exec(piece)?.[1];
  // What is left is the escape of a brace.
  if (name === undefined) return piece;
  const value = resolve(name.trim(), path, substitution);
  if (value === undefined) return piece;
  if (value.kind === 'scalar') return textOf(value);
  const fields = value.entries.map(({ key }) => key);
  substitution.problems.add(expandDiagnostics['each-is-a-map']({ fields }, { path }));
  return piece;
}

/** What the words between the braces stand for; reported where that is nothing. */
function resolve(name: string, path: Path, { item, problems }: Substitution): SourceScalar | SourceMap | undefined {
  if (name === 'each.key') return item.key;
  if (name === 'each.value') return item.value;
  if (name === 'each.index')
    return { kind: 'scalar', value: new SourceNumber(String(item.index)), offsets: item.value.offsets };
  const field = /^each\.value\.(.+)$/.exec(name)?.[1];
  const value = field === undefined ? undefined : fieldOf(item, field);
  if (value !== undefined) return value;
  const parameters = { name, key: item.key.value, help: helpFor(name, item) };
  problems.add(expandDiagnostics['unknown-each'](parameters, { path }));
  return undefined;
}

function fieldOf({ value }: ForEachItem, field: string): SourceScalar | undefined {
  const entry = entryOf(value, field);
  if (entry?.value.kind !== 'scalar') return undefined;
  const { origin } = value;
  return origin === undefined ? entry.value : { ...entry.value, origin: [...origin, field] };
}

function helpFor(name: string, { value }: ForEachItem): string {
  const fields = value.kind === 'map' ? value.entries.map(({ key }) => `each.value.${key}`) : [];
  const known = ['each.key', 'each.value', 'each.index', ...fields];
  const near = didYouMean(name, known);
  return near === undefined ? `allowed: ${listNames(known)}` : `did you mean "\${${near}}"?`;
}
