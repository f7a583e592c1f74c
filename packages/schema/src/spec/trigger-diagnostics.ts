import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';

/** Messages on what starts executions without a person. */
export const triggerDiagnostics = defineDiagnostics('spec', {
  'parameter-not-given': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R25'],
    message: (p: { name: string; trigger: string }) =>
      `the parameter "${p.name}" has no default, and an execution that "${p.trigger}" starts cannot give a value`,
    help: () => 'add "defaultValue:" to the parameter',
    explanation:
      'Executions that a schedule or an event starts get no values for parameters, so every parameter needs a default. Without one, no such execution would ever begin.',
  },
  'approval-starts-itself': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { step: string; group: string }) =>
      `the step "${p.step}" registers approved models in "${p.group}", whose approvals start this pipeline again`,
    help: () =>
      'register with approvalStatus: PendingManualApproval, or let onApproval name the group of another pipeline',
    explanation:
      'A model package that is registered as Approved is an approval. When the pipeline that registers it is started by approvals in the same group, each execution starts the next one, without end.',
  },
});
