import type { Proof } from './comparison.js';

/** The title of a test, after `test(`, `it(`, or a table of cases. */
const TITLE = /\b(?:test|it)(?:\.\w+)*(?:\((?:[^()]|\([^()]*\))*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g;

/**
 * Proofs that name no test, a line each.
 * @param read the text of a file, or undefined where there is none
 */
export function findMissingProofs(
  proofs: readonly Proof[],
  read: (file: string) => string | undefined,
): readonly string[] {
  return proofs.flatMap(({ file, title }) => {
    const text = read(file);
    if (text === undefined) return [`${file}: there is no such file`];
    return titlesIn(text).includes(title) ? [] : [`${file}: there is no test "${title}"`];
  });
}

function titlesIn(text: string): readonly string[] {
  return [...text.matchAll(TITLE)].map(([, , title = '']) => title);
}
