import type { PlacedStep } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { artifactAreaOf, expiryOf } from '../storage/artifact-area-of.js';
import { s3Places } from '../storage/s3-places.js';
import { textCandidatesOf } from '../values/candidates.js';

/** Days for which all files that a step writes are kept; infinite where S3 deletes none of them by age, as far as is known. */
export function daysOfFiles(placed: PlacedStep, context: PolicyContext): number {
  return context.once(daysByStep).get(placed) ?? Number.POSITIVE_INFINITY;
}

function daysByStep(context: PolicyContext): ReadonlyMap<PlacedStep, number> {
  const days = new Map<PlacedStep, number>();
  for (const { placed, use, uri } of s3Places(context)) {
    const { usual } = textCandidatesOf(context.read(uri));
    const area = use === 'output' && typeof usual?.value === 'string' ? artifactAreaOf(usual.value) : undefined;
    const kept = area === undefined ? undefined : expiryOf(area, context);
    if (kept !== undefined) days.set(placed, Math.min(kept, days.get(placed) ?? kept));
  }
  return days;
}
