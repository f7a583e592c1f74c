import type { Diagnostic, Severity } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';

/** What a pack says of a resource under one id. */
export interface NagFinding {
  /** `MR-IMG-001`, or the code of a diagnostic. */
  readonly rule: string;
  /** The step, or the place inside the resource; empty for the resource as a whole. */
  readonly place: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
}

/** Findings as a pack reports them: one for each rule and step, so that each can be acknowledged alone. */
export function nagFindings(findings: readonly Finding[]): readonly NagFinding[] {
  const byId = new Map<string, NagFinding>();
  for (const { rule, severity, message, help, why, source, places } of findings) {
    for (const place of new Set(places.map(({ step, way }) => withoutBrackets(step === '' ? way : step)))) {
      const told = { rule, place, severity, message: `${message}; ${help}.`, why: `${why} Source: ${source}.` };
      const key = `${rule}[${place}]`;
      byId.set(key, together(byId.get(key), told));
    }
  }
  return [...byId.values()];
}

/** A pipeline whose definition nobody can look into. */
export function nagFindingOf({ code, severity, message, help }: Diagnostic): NagFinding {
  const rule = code.replace(/^.*\//, 'MR-');
  return { rule, place: '', severity, message: `${message}; ${help ?? ''}.`, why: 'Rules cannot look into it.' };
}

const ORDER: readonly Severity[] = ['info', 'warning', 'error'];

function together(one: NagFinding | undefined, other: NagFinding): NagFinding {
  if (one === undefined) return other;
  const severity = ORDER.indexOf(other.severity) > ORDER.indexOf(one.severity) ? other.severity : one.severity;
  const isSaid = one.message.includes(other.message);
  return { ...one, severity, message: isSaid ? one.message : `${one.message} ${other.message}` };
}

/** The CDK reads brackets in ids. */
function withoutBrackets(place: string): string {
  return place.replaceAll(/[[\](){}]/g, '');
}
