/**
 * The text with control characters made visible (`\u001b`), so that nothing from a document can move
 * the cursor or change colours of a terminal, or break a message into lines.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (found) => {
    return `\\u${(found.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
