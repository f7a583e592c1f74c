import { printable } from '@millrace/schema';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Text for an element or an attribute of XML 1.0. What XML cannot hold at all (control characters, halves of pairs) is made
 * visible or replaced; `]]>` does not survive, because no `>` does.
 */
export function xmlText(text: string): string {
  return printable(text)
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
