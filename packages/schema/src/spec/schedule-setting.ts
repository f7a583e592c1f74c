import { z } from 'zod';
import { authorObject } from './author-object.js';
import { shorten } from './describe-value.js';
import { literalOnly, literalText } from './literal-only.js';
import { forwardIssues, reportIssue } from './report-issue.js';
import { checkScheduleExpression } from './schedule-expression.js';
import { flag, type LiteralCheck, text } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { formedText } from './text-checks.js';

const isSchedule: LiteralCheck = (value, context) => {
  const given = String(value);
  const wrong = checkScheduleExpression(given);
  if (wrong === undefined) return;
  const parameters = { what: 'a schedule', given: shorten(given), allowed: wrong.problem, help: wrong.help };
  reportIssue(context, specDiagnostics.malformed, { parameters });
};

const expression = literalText(text(isSchedule, { pattern: '^(cron|rate|at)\\(.+\\)$' }));

const schedule = authorObject({
  expression: expression.describe('When: cron(0 3 * * ? *), rate(1 day) or at(2027-01-31T03:00:00).'),
  timezone: literalText(
    formedText({
      what: 'the time zone',
      pattern: /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/,
      allowed: 'use a name of the IANA database, as Europe/Berlin',
      longest: 50,
    }),
  )
    .optional()
    .describe('Time zone of cron and at, as Europe/Berlin. Default: UTC.'),
  enabled: literalOnly(flag()).optional().describe('false deploys the schedule switched off. Default: true.'),
}).transform(
  ({ expression: when, timezone = 'UTC', enabled = true }): Schedule => ({
    expression: when,
    timezone,
    enabled: enabled === true,
  }),
);

/** When executions start by themselves, for EventBridge Scheduler. */
export interface Schedule {
  /** `cron(…)`, `rate(…)` or `at(…)`. */
  readonly expression: string;
  /** A name of the IANA database. */
  readonly timezone: string;
  readonly enabled: boolean;
}

/** `schedule: cron(0 3 * * ? *)`, or a map with `expression`, `timezone` and `enabled`. */
export const scheduleSetting = z
  .unknown()
  .meta({ anyOf: [{ type: 'string' }, { $ref: '#/$defs/Schedule' }] })
  .transform((input, context): Schedule => {
    const written = typeof input === 'string' ? { expression: input } : input;
    const parsed = schedule.safeParse(written);
    if (parsed.success) return parsed.data;
    // What is said of the expression stands at the text itself where no map is around it.
    const base = (path: readonly PropertyKey[]) => (typeof input === 'string' ? [] : [...path]);
    forwardIssues(
      context,
      parsed.error.issues.map((issue) => ({ ...issue, path: base(issue.path) })),
    );
    return z.NEVER;
  });

/** The map, for the JSON Schema. */
export const scheduleObject = schedule;
