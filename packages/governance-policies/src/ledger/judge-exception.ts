import type { CheckedTarget, ExceptionState, JudgedException } from './applied-ledger.js';
import { daysBetween } from './calendar-day.js';
import type { Exception } from './exception.js';
import { excusedPlaces, isAbout } from './excuses.js';
import { narrowFinding } from './narrow-finding.js';

/**
 * What has become of an exception on a day, YYYY-MM-DD. It covers also what another exception excuses: of two that overlap
 * neither is useless.
 */
export function judgeException(
  exception: Exception,
  targets: readonly CheckedTarget[],
  today: string,
): JudgedException {
  const covers = targets.flatMap((target) =>
    target.findings.flatMap((finding) => {
      const places = excusedPlaces(exception, finding, target);
      return places.length === 0 ? [] : [narrowFinding(finding, places)];
    }),
  );
  const judged = { exception, daysLeft: daysBetween(today, exception.expires), covers };
  return { ...judged, state: stateOf(judged, targets) };
}

function stateOf(
  { exception, daysLeft, covers }: Omit<JudgedException, 'state'>,
  targets: readonly CheckedTarget[],
): ExceptionState {
  if (daysLeft < 0) return 'expired';
  if (covers.length > 0) return 'holds';
  return targets.some((target) => wasChecked(exception, target)) ? 'unused' : 'not-judged';
}

/** The spec behind a template does not count: what is wrong in it need not be wrong in the template. */
function wasChecked(exception: Exception, target: CheckedTarget): boolean {
  if (!target.rules.some((rule) => isAbout(exception, rule, target))) return false;
  return [target.file, ...(target.constructs ?? [])].some(exception.target.names);
}
