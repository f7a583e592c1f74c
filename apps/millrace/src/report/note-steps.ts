import { printable } from '@millrace/schema';
import type { RunReport } from './run-report.js';

const LONGEST_NOTE = 72;

/** What there is to say about each step behind its bar, by name: one short text; the whole of it stands elsewhere in the report. */
export function noteSteps({ events, run }: RunReport): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'attempt-started' && event.attempt > 1) notes.set(event.step, `${event.attempt} attempts`);
    if (event.type === 'model-registered') notes.set(event.step, `${event.group} version ${event.version}`);
    if (event.type === 'condition-decided' && event.outcome !== 'undecided') {
      notes.set(event.step, `${event.outcome}${event.assumed === true ? ' (assumed)' : ''}`);
    }
  }
  for (const { name, failureReason, reason } of run.steps) {
    const why = failureReason ?? reason;
    if (why !== undefined) notes.set(name, why);
  }
  for (const { step, reads } of run.undecided) notes.set(step, `reads ${reads.join(', ')}`);
  return new Map([...notes].map(([name, note]) => [name, printable(shorten(note))]));
}

function shorten(text: string): string {
  return text.length <= LONGEST_NOTE ? text : `${text.slice(0, LONGEST_NOTE - 1)}…`;
}
