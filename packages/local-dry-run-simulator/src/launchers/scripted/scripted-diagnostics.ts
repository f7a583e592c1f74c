import { defineDiagnostics } from '@millrace/schema';

/** What a scripted step does differently from SageMaker. */
export const scriptedDiagnostics = defineDiagnostics('simulation', {
  'type-not-run': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { type: string }) =>
      `Steps of type ${p.type} are not executed: this version of Millrace does not know the type, and no scenario says what they do.`,
    help: (p: { type: string }) => `say in a scenario how steps of type ${p.type} end, or take a newer version`,
    explanation:
      'SageMaker adds step types faster than Millrace is released. So that the rest of the pipeline can be tried, a step of an unknown type succeeds; what it would answer stays unknown unless a scenario says it.',
  },
});
