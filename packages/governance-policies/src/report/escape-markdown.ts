import { printable } from '@millrace/schema';

/**
 * What has a meaning in Markdown or HTML within a line; CommonMark lets a backslash take it away. Of `_`, `&` and `:` only those
 * that begin something: emphasis, an entity, the rest of an address or the name of a picture.
 */
const MEANINGFUL = /[\\`*[\]<|~$]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|:(?=\/\/|[\w+-]+:)|(?<=\bwww)\./gi;

/**
 * Text as it is, on one line, for Markdown that others render: nothing in it becomes markup, a link or a cell of a table, and
 * nobody is mentioned by it.
 */
export function escapeMarkdown(text: string): string {
  const line = printable(text.replace(/\s+/gu, ' ').trim());
  // A mention is found in what is rendered, where a backslash is gone.
  return line.replace(MEANINGFUL, '\\$&').replaceAll('@', '@\u200b');
}
