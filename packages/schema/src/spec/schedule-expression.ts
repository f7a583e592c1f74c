/** What is wrong with a schedule expression, and what to write instead. */
export interface ScheduleProblem {
  readonly problem: string;
  readonly help?: string;
}

/**
 * Checks an expression of EventBridge Scheduler: `cron(…)` with six fields, `rate(…)` or `at(…)`; undefined where it is
 * right. Source: EventBridge Scheduler user guide, "Schedule types"; CreateSchedule `ScheduleExpression`.
 */
export function checkScheduleExpression(expression: string): ScheduleProblem | undefined {
  const [, kind, inside = ''] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return checkRate(inside);
  if (kind === 'at') return checkMoment(inside);
  if (kind === 'cron') return checkCron(inside.trim().split(/\s+/));
  const fields = expression.trim().split(/\s+/);
  const bare = fields.length === 5 || fields.length === 6;
  return {
    problem: 'it is none of cron(…), rate(…) and at(…)',
    help: bare ? `write cron(${fromCrontab(fields)})` : 'for example cron(0 3 * * ? *) or rate(1 day)',
  };
}

function checkRate(inside: string): ScheduleProblem | undefined {
  if (/^[1-9]\d{0,8} +(minute|hour|day)s?$/.test(inside)) return undefined;
  return {
    problem: `"${inside}" is not a number above 0 with minutes, hours or days`,
    help: 'for example rate(12 hours)',
  };
}

function checkMoment(inside: string): ScheduleProblem | undefined {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(inside);
  // A date that does not exist (the 31st of April) is moved to another day, or is none at all.
  const moment = form ? new Date(`${inside}Z`) : new Date(Number.NaN);
  if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(inside)) return undefined;
  return { problem: `"${inside}" is no date with a time`, help: 'the form is at(2027-01-31T03:00:00), without a zone' };
}

interface CronField {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Names of values, from the first one on. */
  readonly words?: readonly string[];
  /** What the field takes besides values, ranges, steps and `*`. */
  readonly special?: RegExp;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY_OF_MONTH = 2;
const DAY_OF_WEEK = 4;

const CRON_FIELDS: readonly CronField[] = [
  { name: 'minutes', from: 0, to: 59 },
  { name: 'hours', from: 0, to: 23 },
  { name: 'day of month', from: 1, to: 31, special: /^(\?|LW?|L-\d{1,2}|([1-9]|[12]\d|3[01])W)$/ },
  { name: 'month', from: 1, to: 12, words: MONTHS },
  { name: 'day of week', from: 1, to: 7, words: DAYS, special: /^(\?|L|([1-7]|[A-Z]{3})(L|#[1-5]))$/ },
  { name: 'year', from: 1970, to: 2199 },
];

function checkCron(fields: readonly string[]): ScheduleProblem | undefined {
  if (fields.length !== CRON_FIELDS.length)
    return {
      problem: `cron takes six fields, minutes to year, and ${fields.length} are given`,
      help: `for example cron(${fields.length === 5 ? fromCrontab(fields) : '0 3 * * ? *'})`,
    };
  const wrong = CRON_FIELDS.find((field, index) => !isCronField(fields[index] ?? '', field));
  if (wrong !== undefined)
    return { problem: `"${fields[CRON_FIELDS.indexOf(wrong)]}" is no ${wrong.name}`, help: describe(wrong) };
  const open = [DAY_OF_MONTH, DAY_OF_WEEK].filter((index) => fields[index] === '?');
  if (open.length === 1) return undefined;
  const help = `for example cron(${withOneDay(fields).join(' ')})`;
  return { problem: 'exactly one of day of month and day of week is "?"', help };
}

/** The six fields that a crontab's five probably mean; its days of the week are 0 to 7 from Sunday on, AWS's 1 to 7. */
function fromCrontab([
  minutes = '*',
  hours = '*',
  day = '*',
  month = '*',
  weekday = '*',
  year = '*',
]: readonly string[]) {
  const named = weekday.replace(/(?<![/\d])[0-7](?!\d)/g, (digit) => DAYS[Number(digit) % DAYS.length] ?? digit);
  return withOneDay([minutes, hours, day, month, named, year]).join(' ');
}

function withOneDay([minutes = '', hours = '', day = '', month = '', weekday = '', year = '']: readonly string[]) {
  const byWeekday = weekday !== '*' && weekday !== '?';
  return [minutes, hours, byWeekday ? '?' : day.replace('?', '*'), month, byWeekday ? weekday : '?', year];
}

function describe({ name, from, to, words }: CronField): string {
  const or = words === undefined ? '' : ` or ${words[0]} to ${words.at(-1)}`;
  return `the field for the ${name} takes ${from} to ${to}${or}, as lists (1,3), ranges (1-5) and steps (*/2)`;
}

function isCronField(text: string, field: CronField): boolean {
  if (field.special?.test(text.toUpperCase()) === true) return true;
  return text.split(',').every((part) => isCronPart(part, field));
}

function isCronPart(part: string, field: CronField): boolean {
  const [, base = '', step] = /^([^/]+)(?:\/(\d{1,4}))?$/.exec(part) ?? [];
  if (step !== undefined && Number(step) === 0) return false;
  if (base === '*') return true;
  const [first, last, ...more] = base.split('-').map((text) => cronNumber(text, field));
  if (first === undefined || more.length > 0) return false;
  return base.includes('-') ? last !== undefined : true;
}

function cronNumber(text: string, { from, to, words = [] }: CronField): number | undefined {
  const word = words.indexOf(text.toUpperCase());
  const number = word >= 0 ? from + word : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : undefined;
}
