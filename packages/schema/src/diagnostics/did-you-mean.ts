import { distance } from 'fastest-levenshtein';

/**
 * The candidate that the given word was probably meant to be, or undefined.
 * Near means: equal but for case, `-` and `_`, or at most a third of its letters (at least one, at most four) wrong.
 */
export function didYouMean(given: string, candidates: Iterable<string>): string | undefined {
  const word = fold(given);
  let best: { candidate: string; wrong: number } | undefined;
  for (const candidate of candidates) {
    const wrong = countMistakes(word, fold(candidate));
    if (wrong <= allowedMistakes(word) && (best === undefined || wrong < best.wrong)) best = { candidate, wrong };
  }
  return best?.candidate;
}

// Letters in another order are one slip of the fingers, which plain distance counts twice.
function countMistakes(word: string, candidate: string): number {
  const wrong = distance(word, candidate);
  return wrong === 2 && sortLetters(word) === sortLetters(candidate) ? 1 : wrong;
}

function sortLetters(word: string): string {
  return [...word].sort().join('');
}

// A misspelt word is short; comparing a huge one would only cost time (distance is quadratic).
const LONGEST_COMPARED = 200;

function fold(word: string): string {
  return word.slice(0, LONGEST_COMPARED).toLowerCase().replace(/[-_]/g, '');
}

function allowedMistakes(word: string): number {
  return Math.min(4, Math.max(1, Math.floor(word.length / 3)));
}

/** `did you mean "train"?`, or `allowed: train, test`, or undefined when there is nothing to offer. */
export function suggest(given: string, candidates: readonly string[], noun = 'allowed'): string | undefined {
  const near = didYouMean(given, candidates);
  if (near !== undefined) return `did you mean "${near}"?`;
  return candidates.length === 0 ? undefined : `${noun}: ${listNames(candidates)}`;
}

const MOST_LISTED = 20;

/** The names, comma separated; a long list is cut and says so. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).join(', ');
  return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}
