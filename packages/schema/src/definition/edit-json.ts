import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Path } from '../diagnostics/diagnostic.js';
import { applyJsonEdits } from '../source/apply-json-edits.js';
import { isJsonList, isJsonObject, type Json, objectFromEntries } from '../source/json.js';
import type { JsonEdit } from '../source/json-edit.js';
import { sameJson } from '../source/same-json.js';
import { sequenceJsonEdits } from '../source/sequence-json-edits.js';
import { SourceNumber } from '../source/source-number.js';
import { readDefinition } from './read-definition.js';

/** A text after its edits, or the reason why they cannot be made. */
export type EditedText =
  | { readonly text: string; readonly refused?: undefined }
  | { readonly text?: undefined; readonly refused: string };

/**
 * Makes edits in the text of a JSON document, all at once: their paths are places of the document as it was given. What
 * is not edited keeps its bytes, and what is new gets the indentation and line ends of the text around it.
 */
export function editJson(text: string, edits: readonly JsonEdit[]): EditedText {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const given = text.slice(mark.length);
  const before = readDefinition(given, '').value?.value;
  if (before === undefined) return { refused: 'the text cannot be read as JSON' };
  const edited = sequenceJsonEdits(before, edits).reduce(makeEdit, given);
  const after = readDefinition(edited, '').value?.value;
  return sameJson(after, applyJsonEdits(before, edits))
    ? { text: `${mark}${edited}` }
    : { refused: 'the result would not be the document with its edits' };
}

const BYTE_ORDER_MARK = '\uFEFF';

function makeEdit(text: string, edit: JsonEdit): string {
  const tree = parseTree(text);
  const node = tree && findNodeAtLocation(tree, [...edit.path]);
  if ('remove' in edit) return node === undefined ? text : withoutMember(text, node);
  if (node !== undefined) return splice(text, node, render(edit.value, text, lineIndent(text, node.offset)));
  const around = tree && findNodeAtLocation(tree, edit.path.slice(0, -1));
  return around === undefined ? text : splice(text, around, withMember(text, around, edit));
}

/** The text without an item or a member, and without the comma and the line that only it needed. */
function withoutMember(text: string, value: Node): string {
  const member = value.parent?.type === 'property' ? value.parent : value;
  const around = member.parent;
  const [at, siblings] = [around?.children?.indexOf(member) ?? 0, around?.children ?? []];
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  const end = member.offset + member.length;
  if (next !== undefined) return text.slice(0, member.offset) + text.slice(next.offset);
  if (previous !== undefined) return text.slice(0, previous.offset + previous.length) + text.slice(end);
  return around === undefined ? text : splice(text, around, around.type === 'object' ? '{}' : '[]');
}

function splice(text: string, { offset, length }: Node, content: string): string {
  return text.slice(0, offset) + content + text.slice(offset + length);
}

/** The text of a map or list with a last member more: on a line of its own, unless the others share one. */
function withMember(
  text: string,
  around: Node,
  { path, value }: { readonly path: Path; readonly value: Json },
): string {
  const own = text.slice(around.offset, around.offset + around.length);
  const last = around.children?.at(-1);
  const isSpread = last === undefined ? text.includes('\n') : own.includes('\n');
  const outer = lineIndent(text, around.offset);
  const indent = last === undefined ? outer + indentUnit(text) : lineIndent(text, last.offset);
  const key = path.at(-1);
  const member = `${typeof key === 'string' ? `${JSON.stringify(key)}: ` : ''}${render(value, text, isSpread ? indent : undefined)}`;
  if (last === undefined) return around.type === 'object' ? wrap('{}', member) : wrap('[]', member);
  const end = last.offset + last.length - around.offset;
  return `${own.slice(0, end)},${isSpread ? lineEnd(text) + indent : ' '}${member}${own.slice(end)}`;

  function wrap(brackets: string, inner: string): string {
    return isSpread
      ? `${brackets[0]}${lineEnd(text)}${indent}${inner}${lineEnd(text)}${outer}${brackets[1]}`
      : `${brackets[0]}${inner}${brackets[1]}`;
  }
}

/** @param indent of the line that the value begins in; undefined for a value in one line */
function render(value: Json, text: string, indent: string | undefined): string {
  const isSpread = indent !== undefined && text.includes('\n');
  const printed = JSON.stringify(markNumbers(value), null, isSpread ? indentUnit(text) : undefined);
  return unmarkNumbers(printed).replaceAll('\n', `${lineEnd(text)}${indent ?? ''}`);
}

// JavaScript prints numbers in its own way; ours keep their text, so they travel as text that nobody else writes.
const MARK = '\u0000number:';
const MARKED = /"\\u0000number:([^"]*)"/g;

function markNumbers(value: Json): unknown {
  if (value instanceof SourceNumber) return `${MARK}${value.text}`;
  if (isJsonList(value)) return value.map(markNumbers);
  if (!isJsonObject(value)) return value;
  return objectFromEntries(Object.entries(value).map(([key, member]) => [key, markNumbers(member)]));
}

function unmarkNumbers(content: string): string {
  return content.replace(MARKED, '$1');
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function lineIndent(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}
