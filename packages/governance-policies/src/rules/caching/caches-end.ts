import { z } from 'zod';
import { cachedSteps } from '../../caching/cached-steps.js';
import { daysOfFiles } from '../../caching/days-of-files.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { memberIn } from '../../jobs/governed-job.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell, violation } from '../../rule/tell.js';
import { daysOf, durationOf } from '../../values/iso-duration.js';
import { judgeText } from '../../values/judge-value.js';

/** As "cache: 30d" in the examples. */
const USUAL_DAYS = 30;

/** MR-CAC-002 */
export const cachesEnd = defineRule({
  id: 'MR-CAC-002',
  profiles: { baseline: 'error' },
  title: 'results of cached steps are used again for a limited time',
  checks: 'ExpireAfter is there, is a duration after ISO 8601, and is at most the option "maxDays".',
  why: 'The cache compares URIs and settings, never data: without an end new data, a patched image behind the same tag and a repaired bucket are not seen for ever. P30M means 30 months.',
  fix: { kind: 'safe', how: 'set ExpireAfter, as P30D for 30 days or PT12H for 12 hours' },
  source: 'SageMaker developer guide, pipelines-caching; issue 2736 of the SageMaker Python SDK',
  options: z.strictObject({
    maxDays: z.number().positive().default(90).describe('The longest time in days.'),
  }),
  subjects: cachedSteps,
  judge: function* (placed, context, { maxDays }) {
    const { step, path: at } = placed;
    const { value, path, place } = memberIn(step.CacheConfig, ['ExpireAfter'], [...at, 'CacheConfig']);
    // What is no duration says nothing of how long was meant.
    const meant = typeof value === 'string' && daysOf(value) !== undefined ? maxDays : USUAL_DAYS;
    const edits = editsThatSet(place, durationOf(Math.min(meant, maxDays, daysOfFiles(placed, context))));
    if (value === undefined) {
      yield violation('its results are used again for ever: nothing is given for ExpireAfter', { path, place, edits });
      return;
    }
    const answer = judgeText(context.read(value), (given = '') =>
      (daysOf(given) ?? Number.POSITIVE_INFINITY) <= maxDays ? 'holds' : 'violated',
    );
    yield* tell(answer, {
      path,
      edits,
      violated: `its results are used again for more than ${maxDays} days`,
      unknown: `its results may be used again for more than ${maxDays} days`,
    });
  },
});
