import type { Answer, Verdict } from '../values/judge-value.js';

const ORDER: readonly Verdict[] = ['holds', 'unknown', 'violated'];

/** The answer for a demand that one of several values has to keep: the best of theirs. */
export function bestAnswer(answers: readonly Answer[], without: Answer): Answer {
  const [best] = [...answers].sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
  return best ?? without;
}
