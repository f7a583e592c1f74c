import { z } from 'zod';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { clusters } from '../../jobs/clusters.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell, violation } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** One stays while the other is replaced. */
const FEWEST_MACHINES = 2;

/** MR-CST-008 */
export const endpointsFitTheirEnvironment = defineRule({
  id: 'MR-CST-008',
  profiles: { baseline: 'warning', cost: 'warning' },
  title: 'endpoints have two machines in production, and none of their own in development',
  checks:
    'Variants of EndpointConfig steps: InitialInstanceCount is at least 2 in the environments of the option "production"; in those of "development" they are serverless or asynchronous.',
  why: 'One machine in production is down whenever it is replaced. In development an endpoint with machines is billed around the clock for a few calls a day.',
  fix: {
    kind: 'suggested',
    how: 'set InitialInstanceCount to 2 in production; use ServerlessConfig or AsyncInferenceConfig in development',
  },
  source: 'Security Hub SageMaker.4; Well-Architected ML Lens MLCOST-29',
  options: z.strictObject({
    production: z.array(z.string()).default(['prod']).describe('Names of the environments for production.'),
    development: z.array(z.string()).default(['dev']).describe('Names of the environments for development.'),
  }),
  subjects: (context, { production, development }) =>
    [...production, ...development].includes(context.environment?.name ?? '')
      ? clusters(context).filter(({ job }) => job.form === 'endpointConfig')
      : [],
  judge: function* ({ job, path, instanceCount }, context, { production }) {
    if (production.includes(context.environment?.name ?? '')) {
      const answer = judgeValue(context.read(instanceCount.value), (given) => Number(given ?? 1) >= FEWEST_MACHINES);
      const what = 'one machine alone in production';
      yield* tell(answer, {
        path: instanceCount.path,
        place: instanceCount.place,
        edits: editsThatSet(instanceCount.place, FEWEST_MACHINES),
        violated: `the endpoint has ${what}`,
        unknown: `the endpoint may have ${what}`,
      });
    } else if (job.member(['AsyncInferenceConfig']).value === undefined) {
      yield violation(
        'the endpoint has machines of its own in development, which are billed until somebody deletes it',
        { path },
      );
    }
  },
});
