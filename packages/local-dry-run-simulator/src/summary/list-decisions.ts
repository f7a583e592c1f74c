import type { ConditionOperand, ExecutionEvent } from '@millrace/schema';

/** What a condition read and how it came out. */
export interface Decision {
  readonly step: string;
  readonly outcome: boolean | 'undecided';
  /** The outcome is an assumption, not a result. */
  readonly assumed: boolean;
  readonly operands: readonly ConditionOperand[];
  readonly takes: readonly string[];
  readonly leaves: readonly string[];
}

/** The conditions of a run, in the order in which they were evaluated. */
export function listDecisions(events: readonly ExecutionEvent[]): readonly Decision[] {
  return events
    .filter((event) => event.type === 'condition-decided')
    .map(({ step, outcome, assumed, operands, takes, leaves }) => ({
      step,
      outcome,
      assumed: assumed ?? false,
      operands,
      takes,
      leaves,
    }));
}
