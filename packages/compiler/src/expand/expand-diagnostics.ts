import { defineDiagnostics } from '@millrace/schema';

/** Messages on the conveniences of a spec that are written out before it is validated. */
export const expandDiagnostics = defineDiagnostics('spec', {
  'unused-default': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { key: string }) => `no step of this pipeline can take "${p.key}"`,
    help: (p) => `remove "${p.key}" from the defaults`,
    explanation:
      'Steps inherit from pipeline.defaults what their type takes: a cache only where SageMaker caches steps of that type, an instance type only where a step starts instances. A default that no step can take does nothing.',
  },
});
