import { type Diagnostic, locateDiagnostics } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import type { AppliedLedger, CheckedTarget, ExceptedFinding, JudgedException } from './applied-ledger.js';
import type { Exception, Ledger } from './exception.js';
import { excusedPlaces } from './excuses.js';
import { judgeException } from './judge-exception.js';
import { ledgerDiagnostics } from './ledger-diagnostics.js';
import { narrowFinding } from './narrow-finding.js';

/** When a ledger is applied. */
export interface LedgerDay {
  /** YYYY-MM-DD (`isCalendarDay`). */
  readonly today: string;
}

/**
 * Takes what is excused out of findings. Where several steps inherit a finding and some are excused, it stays for the
 * others. Expired exceptions excuse nothing; they and unused ones are errors.
 */
export function applyLedger(
  targets: readonly CheckedTarget[],
  { exceptions, document }: Ledger,
  { today }: LedgerDay,
): AppliedLedger {
  const valid = exceptions.filter(({ expires }) => expires >= today);
  const parts = targets.flatMap((target) => target.findings.map((finding) => divide(finding, target, valid)));
  const judged = exceptions.map((exception) => judgeException(exception, targets, today));
  const diagnostics = judged.flatMap(diagnosticsOf);
  return {
    findings: parts.flatMap(({ left }) => left),
    excepted: parts.flatMap(({ excepted }) => excepted),
    exceptions: judged,
    diagnostics: document === undefined ? diagnostics : locateDiagnostics(diagnostics, document),
  };
}

interface DividedFinding {
  readonly left: readonly Finding[];
  readonly excepted: readonly ExceptedFinding[];
}

/** Each place goes to the first exception that excuses it. */
function divide(finding: Finding, target: CheckedTarget, exceptions: readonly Exception[]): DividedFinding {
  let left = finding.places;
  const excepted: ExceptedFinding[] = [];
  for (const exception of exceptions) {
    const places = excusedPlaces(exception, finding, target).filter((place) => left.includes(place));
    if (places.length === 0) continue;
    excepted.push({ finding: narrowFinding(finding, places), exception });
    left = left.filter((place) => !places.includes(place));
  }
  return { left: left.length === 0 ? [] : [narrowFinding(finding, left)], excepted };
}

function diagnosticsOf({ exception, state, daysLeft }: JudgedException): readonly Diagnostic[] {
  const { rule, path, index, expires, owner } = exception;
  const place = ['exceptions', index];
  if (state === 'unused') return [ledgerDiagnostics['unused-exception']({ rule, path }, { path: place })];
  if (state !== 'expired') return [];
  const parameters = { rule, path, expires, days: -daysLeft, owner };
  return [ledgerDiagnostics['expired-exception'](parameters, { path: [...place, 'expires'] })];
}
