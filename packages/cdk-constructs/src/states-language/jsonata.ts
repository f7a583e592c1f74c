/** A text that Step Functions evaluates. */
export function jsonata(expression: string): string {
  return `{% ${expression} %}`;
}

/**
 * A text as JSONata reads it, in quotes. Tokens stay what they are: they stand for regions, accounts and names, in which
 * neither quotes nor backslashes occur.
 */
export function jsonataText(text: string): string {
  return JSON.stringify(text);
}
