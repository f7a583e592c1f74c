import { z } from 'zod';
import { isNumber, numberOf } from '../source/source-number.js';
import { shorten } from './describe-value.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { type Slot, scalar } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { type LiteralValue, literal, withDeployValueType } from './spec-value.js';

const SECONDS_IN = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

/** Seconds of `90s`, `30m`, `1h`, `2d`, `1w`, or of a number of seconds; undefined for anything else. */
export function secondsOf(value: LiteralValue): number | undefined {
  if (isNumber(value)) return numberOf(value);
  const [, count, unit] = /^(\d{1,9})([smhdw])$/.exec(String(value)) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  // The expression admits exactly the keys of the table.
  return Number(count) * SECONDS_IN[unit as keyof typeof SECONDS_IN];
}

/** A time span in an inclusive range of seconds, written `90s`, `30m`, `1h` or as a number of seconds. */
export function timeSpan(minimum: number, maximum: number): Slot {
  return scalar().transform((value, context) => {
    if (value.form.kind !== 'literal') return withDeployValueType(value, 'Integer');
    const seconds = secondsOf(value.form.value);
    if (seconds === undefined) return reportDuration(String(value.form.value), context);
    if (Number.isInteger(seconds) && seconds >= minimum && seconds <= maximum) return literal(seconds);
    const parameters = {
      what: 'the time span',
      given: `${seconds} seconds`,
      range: `${minimum} to ${maximum} seconds`,
    };
    reportIssue(context, specDiagnostics['out-of-range'], { parameters });
    return z.NEVER;
  });
}

function reportDuration(given: string, context: IssueContext): never {
  const parameters = {
    what: 'a time span',
    given: shorten(given),
    allowed: 'a whole number with s, m, h, d or w, as 30m or 12h',
  };
  reportIssue(context, specDiagnostics.malformed, { parameters });
  return z.NEVER;
}
