/** Words for a kind of value that zod wants, as `a map`. */
export function expectedKind(kind: string): string {
  return EXPECTED[kind] ?? kind;
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};
