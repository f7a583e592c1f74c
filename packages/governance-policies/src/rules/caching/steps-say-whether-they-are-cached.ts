import type { PlacedStep } from '@millrace/schema';
import { cacheAttributes } from '@millrace/schema';
import { daysOfFiles } from '../../caching/days-of-files.js';
import { changesUnseenBy } from '../../caching/unseen-changes.js';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import { durationOf } from '../../values/iso-duration.js';

/** As "cache: 30d" in the examples: as long as the layout keeps what steps hand on. */
const USUAL_DAYS = 30;

/** MR-CAC-001 */
export const stepsSayWhetherTheyAreCached = defineRule({
  id: 'MR-CAC-001',
  profiles: { cost: 'warning' },
  title: 'steps that can be cached say whether they are',
  checks:
    'CacheConfig of Processing, Training, Tuning, AutoML, Transform, check and EMR steps; switched off counts as said.',
  why: 'Caching is off where nothing is said. Every execution then pays again for results that it has already.',
  fix: {
    kind: 'suggested',
    how: 'add CacheConfig with Enabled and ExpireAfter (in a spec: "cache: 30d"), or switch it off where each run must see new data',
  },
  source: 'SageMaker developer guide, pipelines-caching; Well-Architected ML Lens MLSUS-16',
  subjects: ({ steps }) => steps.filter(({ step }) => cacheAttributes(step).length > 0),
  judge: function* (placed, context) {
    const { step, path } = placed;
    if (step.CacheConfig !== undefined) return;
    const place = [...path, 'CacheConfig'];
    const edits = cacheEdits(placed, context);
    yield violation('it does not say whether its results may be used again', {
      path,
      place,
      edits,
      about: 'CacheConfig',
    });
  },
});

/** Where images and scripts may change under their names, a person has to name them by their content first. */
function cacheEdits(placed: PlacedStep, context: PolicyContext): readonly DefinitionEdit[] {
  if (changesUnseenBy(placed, context).length > 0) return [];
  const ExpireAfter = durationOf(Math.min(USUAL_DAYS, daysOfFiles(placed, context)));
  return ExpireAfter === undefined ? [] : editsThatSet([...placed.path, 'CacheConfig'], { Enabled: true, ExpireAfter });
}
