import type { Finding } from '../engine/finding.js';
import type { FoundPlace } from '../engine/found-place.js';
import type { CheckedTarget } from './applied-ledger.js';
import type { Exception } from './exception.js';
import { covers } from './exception-target.js';

/** Whether an exception is one of the rule, and holds where the target was checked. */
export function isAbout({ rule, environments }: Exception, ofRule: string, { environment }: CheckedTarget): boolean {
  if (rule !== ofRule) return false;
  return environments === undefined || (environment !== undefined && environments.includes(environment));
}

/** The places of a finding that an exception excuses, whatever the day. */
export function excusedPlaces(exception: Exception, finding: Finding, target: CheckedTarget): readonly FoundPlace[] {
  if (!isAbout(exception, finding.rule, target)) return [];
  const names = [target.file, finding.spec, finding.construct].filter((name) => name !== undefined);
  return finding.places.filter(({ step, way }) => covers(exception.target, { names, step, way }));
}
