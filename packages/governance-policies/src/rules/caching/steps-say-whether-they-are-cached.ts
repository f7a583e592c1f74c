import { cacheAttributes } from '@millrace/schema';
import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';

/** MR-CAC-001 */
export const stepsSayWhetherTheyAreCached = defineRule({
  id: 'MR-CAC-001',
  profiles: { cost: 'warning' },
  title: 'steps that can be cached say whether they are',
  checks:
    'CacheConfig of Processing, Training, Tuning, AutoML, Transform, check and EMR steps; switched off counts as said.',
  why: 'Caching is off where nothing is said. Every execution then pays again for results that it has already.',
  fix: {
    kind: 'safe',
    how: 'add CacheConfig with Enabled and ExpireAfter (in a spec: "cache: 30d"), or switch it off where each run must see new data',
  },
  source: 'SageMaker developer guide, pipelines-caching; Well-Architected ML Lens MLSUS-16',
  subjects: ({ steps }) => steps.filter(({ step }) => cacheAttributes(step).length > 0),
  judge: function* ({ step, path }) {
    if (step.CacheConfig === undefined)
      yield violation('it does not say whether its results may be used again', { path });
  },
});
