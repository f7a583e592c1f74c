import type { Json } from '@millrace/schema';
import { ownPlaceEdits } from '../../fixes/own-place-edits.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { bucketOf, isOpenBucket } from '../../storage/bucket-of.js';
import { s3Places } from '../../storage/s3-places.js';
import { textCandidatesOf } from '../../values/candidates.js';
import { isDeployed } from '../../values/is-deployed.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';

/** MR-S3-001 */
export const outputsStayBelowTheirEnvironment = defineRule({
  id: 'MR-S3-001',
  profiles: { baseline: 'error' },
  title: 'what steps write stays in the bucket of the environment, below its name and that of the pipeline',
  checks:
    'URIs of outputs and checkpoints begin with s3://<bucket>/<environment>/<pipeline>/. Buckets are compared where the project config names the bucket of the environment, the pipeline where its name is known: in specs and templates.',
  why: 'Outputs of one environment that lie among those of another are read there: production trains on data of a test, or a test overwrites a model of production. Below the name of another pipeline they follow its lifecycle, and its role may delete them. Roles and lifecycle rules are made by this prefix.',
  fix: {
    kind: 'suggested',
    how: 'leave the URI out in a spec, which places outputs by the artifact layout, or begin it with s3://<default_bucket>/{{env}}/ and the name of the pipeline',
  },
  source: 'Artifact layout of Millrace (schema/artifact-layout.ts)',
  subjects: (context) => s3Places(context).filter(({ use, uri }) => use === 'output' && isComparable(uri, context)),
  judge: function* (place, context) {
    const { uri, path } = place;
    const answer = judgeText(context.read(uri), (given = '') => verdictOf(given, context));
    const where = 'the bucket of the environment, below its name and that of the pipeline';
    yield* tell(answer, {
      path,
      edits: () => ownPlaceEdits(place, context),
      violated: `it does not write to ${where}`,
      unknown: `it may not write to ${where}`,
    });
  },
});

/** Without an environment there is no bucket to compare with, unless the definition is symbolic. */
function isComparable(uri: Json, context: PolicyContext): boolean {
  if (context.deployValue('bucket') !== undefined) return true;
  const { usual } = textCandidatesOf(context.read(uri));
  return String(usual?.value ?? '').includes('<');
}

function verdictOf(uri: string, context: PolicyContext): Verdict {
  const place = bucketOf(uri);
  // A place that another step decides is judged there.
  if (place === undefined) return uri.startsWith('<') ? 'unknown' : 'holds';
  const own = context.deployValue('bucket');
  if (isOpenBucket(place.bucket)) return 'unknown';
  if (isDeployed(place.bucket)) {
    if (own !== undefined) return 'unknown';
    // Without an environment nobody knows its name.
    if (context.environment === undefined) return 'holds';
  } else if (place.bucket !== '<bucket>' && place.bucket !== own) return own === undefined ? 'holds' : 'violated';
  const names = ['<environment>', context.environment?.name].filter((name) => name !== undefined);
  const [environment = '', pipeline = ''] = place.key.split('/');
  if (!(names.includes(environment) && place.key.includes('/')))
    return place.key.startsWith('…') ? 'unknown' : 'violated';
  const { pipelineName } = context;
  // What an execution calls its pipeline is not known here, and it is this one.
  return pipelineName === undefined || pipeline === pipelineName || /[…<]/.test(pipeline) ? 'holds' : 'violated';
}
