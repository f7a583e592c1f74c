import { isCached, type PlacedStep } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

/** The steps whose results are used again. */
export function cachedSteps({ steps }: PolicyContext): readonly PlacedStep[] {
  return steps.filter(({ step }) => isCached(step));
}
