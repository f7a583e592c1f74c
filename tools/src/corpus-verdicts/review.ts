import type { Verdict } from './verdict.js';

/** What a person found on looking at verdicts. */
export interface Review {
  readonly code: string;
  /** Numbers of definitions (`040`), or a kind of the manifest (`SDK2-unit-test`); absent for every definition. */
  readonly of?: readonly string[];
  /**
   * - `true`: SageMaker would refuse it, or the warning is to the point;
   * - `mock`: true of what stands there, and what stands there is a mock of a unit test that nobody deployed.
   */
  readonly verdict: 'true' | 'mock';
  /** Why. */
  readonly because: string;
}

/** Verdicts about placeholders alone need no review: the corpus says that such values mean nothing. */
export const PLACEHOLDER_REVIEW = 'a placeholder of the corpus stands there';

/** The review of a verdict: by definition before by kind before in general. */
export function reviewOf(verdict: Verdict, reviews: readonly Review[]): Review | undefined {
  const same = reviews.filter(({ code }) => code === verdict.code);
  const { file, kind } = verdict.definition;
  return (
    same.find(({ of }) => of?.includes(file.slice(0, 3))) ??
    same.find(({ of }) => of?.includes(kind)) ??
    same.find(({ of }) => of === undefined)
  );
}

/** Reviews of which no verdict is left: they have to go, or hide that a check was lost. */
export function unusedReviews(verdicts: readonly Verdict[], reviews: readonly Review[]): readonly Review[] {
  const used = new Set(verdicts.filter(needsReview).map((verdict) => reviewOf(verdict, reviews)));
  return reviews.filter((review) => !used.has(review));
}

/** False where everything that is reported is about placeholders. */
export function needsReview({ count, atPlaceholder }: Verdict): boolean {
  return atPlaceholder < count;
}
