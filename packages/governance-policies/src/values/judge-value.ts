import { type Candidates, candidatesOf, textCandidatesOf } from './candidates.js';
import type { PolicyLiteral, PolicyValue } from './policy-value.js';

/** Whether a demand is kept: yes, no, or nobody can know before the pipeline is deployed or started. */
export type Verdict = 'holds' | 'violated' | 'unknown';

/** A verdict, and the reason in words: `the parameter "Isolation" is false by default`. */
export interface Answer {
  readonly verdict: Verdict;
  readonly because: string;
}

/**
 * Whether a value keeps a demand. A literal decides. Of a parameter its default decides; where the default keeps the
 * demand and another value of its list does not, or where it has neither, nobody can know: a start may choose; unless no
 * value of the list would do. Values of deployments and of runs are unknown.
 *
 * @param keeps is asked with undefined where nothing is given
 */
export function judgeValue(value: PolicyValue, keeps: (given: PolicyLiteral | undefined) => boolean): Answer {
  return judgeCandidates(candidatesOf(value), (given) => (keeps(given) ? 'holds' : 'violated'));
}

/**
 * The same for texts of which parts may be unknown: they stand in what is asked as `<deploy value>` and `…`.
 *
 * @param judge is asked with undefined where nothing is given
 */
export function judgeText(value: PolicyValue, judge: (given: string | undefined) => Verdict): Answer {
  return judgeCandidates(textCandidatesOf(value), (given) => judge(given === undefined ? undefined : String(given)));
}

function judgeCandidates(
  { usual, others, open }: Candidates,
  judge: (given: PolicyLiteral | undefined) => Verdict,
): Answer {
  if (usual !== undefined) {
    const verdict = judge(usual.value);
    if (verdict !== 'holds') return { verdict, because: usual.because };
  }
  const answers = others.map(({ value, because }) => ({ verdict: judge(value), because }));
  const doubtful = answers.find(({ verdict }) => verdict !== 'holds');
  if (doubtful !== undefined) {
    // Whatever is chosen, none of it would do.
    const isHopeless =
      usual === undefined && open === undefined && answers.every((each) => each.verdict === 'violated');
    return { verdict: isHopeless ? 'violated' : 'unknown', because: doubtful.because };
  }
  if (open !== undefined) return { verdict: 'unknown', because: open };
  return { verdict: 'holds', because: usual?.because ?? others[0]?.because ?? '' };
}
