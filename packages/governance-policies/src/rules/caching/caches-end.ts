import { z } from 'zod';
import { cachedSteps } from '../../caching/cached-steps.js';
import { memberIn } from '../../jobs/governed-job.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell, violation } from '../../rule/tell.js';
import { daysOf } from '../../values/iso-duration.js';
import { judgeText } from '../../values/judge-value.js';

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
  judge: function* ({ step, path: at }, context, { maxDays }) {
    const { value, path } = memberIn(step.CacheConfig, ['ExpireAfter'], [...at, 'CacheConfig']);
    if (value === undefined) {
      yield violation('its results are used again for ever: nothing is given for ExpireAfter', { path });
      return;
    }
    const answer = judgeText(context.read(value), (given = '') =>
      (daysOf(given) ?? Number.POSITIVE_INFINITY) <= maxDays ? 'holds' : 'violated',
    );
    yield* tell(answer, {
      path,
      violated: `its results are used again for more than ${maxDays} days`,
      unknown: `its results may be used again for more than ${maxDays} days`,
    });
  },
});
