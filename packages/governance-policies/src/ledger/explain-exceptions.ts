import { printable } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import type { ExceptionState, JudgedException } from './applied-ledger.js';

/** In the order in which they are counted. */
const STATES: Readonly<Record<ExceptionState, string>> = {
  holds: 'in use',
  expired: 'expired',
  unused: 'unused',
  'not-judged': 'not judged',
};

/**
 * The exceptions of a project for people: who answers for each, why, until when, and what it hides. Ends with a line break.
 */
export function explainExceptions(exceptions: readonly JudgedException[]): string {
  if (exceptions.length === 0) return 'The ledger has no exceptions.\n';
  return `${exceptions.map(explain).join('\n\n')}\n\n${countOf(exceptions)}\n`;
}

function explain(judged: JudgedException): string {
  const { rule, path, reason, owner, environments, range } = judged.exception;
  const lines = [
    ['why', [reason]],
    ['owner', [owner]],
    ['until', [untilOf(judged)]],
    ['in', environments === undefined ? [] : [environments.join(', ')]],
    [judged.state === 'expired' ? 'hid' : 'hides', hiddenBy(judged)],
    ['entry', [`${range.file}:${range.start.line}`]],
  ] as const;
  return [
    printable(`${rule} at ${path}`),
    ...lines.flatMap(([name, texts]) => texts.map((text) => `  ${`${name}:`.padEnd(7)}${printable(oneLine(text))}`)),
  ].join('\n');
}

/** Reasons may be paragraphs of YAML. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function untilOf({ exception: { expires }, daysLeft }: JudgedException): string {
  if (daysLeft < 0) return `${expires}, expired ${daysOf(-daysLeft)} ago`;
  return daysLeft === 0 ? `${expires}, which is today` : `${expires}, ${daysOf(daysLeft)} left`;
}

function daysOf(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function hiddenBy({ exception, state, covers }: JudgedException): readonly string[] {
  if (covers.length > 0) return covers.map(describe);
  if (exception.ofCdkNag) return ['what the pack says of the construct when the CDK synthesizes'];
  if (state === 'unused') return ['nothing: delete the entry'];
  return state === 'expired' ? ['nothing that was checked'] : ['nothing that was checked; what it is about was not'];
}

function describe({ severity, message, range, steps, construct = '' }: Finding): string {
  const place = range === undefined ? construct : `${range.file}:${range.start.line}:${range.start.column}`;
  const within = steps.length === 0 ? '' : ` (${steps.join(', ')})`;
  return `${place} ${severity}: ${message}${within}`.trim();
}

function countOf(exceptions: readonly JudgedException[]): string {
  const counts = Object.entries(STATES).flatMap(([state, words]) => {
    const count = exceptions.filter((each) => each.state === state).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${exceptions.length} ${exceptions.length === 1 ? 'exception' : 'exceptions'}: ${counts.join(', ')}`;
}
