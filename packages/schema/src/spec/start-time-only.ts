import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { reportIssue } from './report-issue.js';
import type { Slot } from './slots.js';
import type { SpecValue } from './spec-value.js';

/** The message for a value of a step where no step has run yet. */
export const startTimeDiagnostics = defineDiagnostics('spec', {
  'start-time-only': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R41'],
    message: () => 'a value of a step is not possible here: this must be known when an execution starts',
    help: () => 'use a parameter, a variable of the execution, or the value itself',
    explanation:
      'The experiment and the tracking of an execution are set up before its first step runs, so they can depend on parameters and on variables of the execution, and not on what steps make.',
  },
});

/** A slot that refuses values of steps; literals, deploy values, parameters and variables of the execution pass. */
export function startTimeOnly(slot: Slot): Slot {
  return slot.superRefine((value, context) => {
    if (readsStep(value)) reportIssue(context, startTimeDiagnostics['start-time-only'], { parameters: undefined });
  });
}

function readsStep({ form }: SpecValue): boolean {
  if (form.kind === 'text') return form.parts.some(readsStep);
  if (form.kind === 'join') return form.values.some(readsStep);
  return 'step' in form;
}
