/** What a condition comes to: an outcome, nothing that is known, or a mistake that makes the step fail. */
export type Verdict =
  | { readonly kind: 'outcome'; readonly outcome: boolean }
  | { readonly kind: 'undecided'; readonly reason: string }
  | { readonly kind: 'problem'; readonly reason: string };

/** The negation; what is not known stays not known. */
export function not(verdict: Verdict): Verdict {
  return verdict.kind === 'outcome' ? { kind: 'outcome', outcome: !verdict.outcome } : verdict;
}

/** AND of three-valued verdicts: false as soon as one is false; a mistake anywhere is a mistake. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return combine(verdicts, false);
}

/** OR of three-valued verdicts: true as soon as one is true; a mistake anywhere is a mistake. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  return combine(verdicts, true);
}

function combine(verdicts: readonly Verdict[], deciding: boolean): Verdict {
  const mistake = verdicts.find((verdict) => verdict.kind === 'problem');
  if (mistake !== undefined) return mistake;
  if (verdicts.some((verdict) => verdict.kind === 'outcome' && verdict.outcome === deciding))
    return { kind: 'outcome', outcome: deciding };
  return verdicts.find((verdict) => verdict.kind === 'undecided') ?? { kind: 'outcome', outcome: !deciding };
}
