import { printable } from '@millrace/schema';

/**
 * Everything that has a meaning in Markdown or HTML within a line, in addresses and names of pictures too; CommonMark lets a
 * backslash take it away.
 */
const MEANINGFUL = /[\\`*_{}[\]<>()#+!|~&$:]|(?<=\bwww)\./gi;

/**
 * Text as it is, on one line, for Markdown that others render: nothing in it becomes markup, a link or a cell of a table, and
 * nobody is mentioned by it.
 */
export function escapeMarkdown(text: string): string {
  const line = printable(text.replace(/\s+/gu, ' ').trim());
  // A mention is found in what is rendered, where a backslash is gone.
  return line.replace(MEANINGFUL, '\\$&').replaceAll('@', '@\u200b');
}
