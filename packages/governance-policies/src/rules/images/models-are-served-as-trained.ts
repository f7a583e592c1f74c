import { asExpression, isJsonList, type Json, memberAt, parseReference } from '@millrace/schema';
import { frameworkRelease } from '../../images/framework-release.js';
import { type GovernedJob, memberIn } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { type ModelContainer, modelContainers, packageContainers } from '../../jobs/model-containers.js';
import { repackedArchive } from '../../jobs/repacked-archive.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import { resolvedUri } from '../../storage/resolved-uri.js';
import { textCandidatesOf } from '../../values/candidates.js';

/** MR-IMG-005 */
export const modelsAreServedAsTrained = defineRule({
  id: 'MR-IMG-005',
  profiles: { baseline: 'warning' },
  title: 'a model is served by the release of the framework that trained it',
  checks:
    'The image of a model or package whose data comes from a Training step of the pipeline, directly or packed anew by the SageMaker SDK, against the image of that step: the same major and minor version where both names say one framework.',
  why: 'Another release may refuse the saved model, or answer differently without an error: training-serving skew.',
  fix: { kind: 'none', how: 'use images of one release for training and for serving' },
  source: 'Well-Architected ML Lens MLREL-07; release notes of the frameworks on loading models of other releases',
  subjects: (context) => [...modelContainers(context), ...packageContainers(context)],
  judge: function* ({ container, path }, context) {
    const trainedWith = trainingImage(container, context);
    const image = memberIn(container, ['Image'], path);
    const served = releaseOf(image.value, context);
    const trained = releaseOf(trainedWith, context);
    if (served === undefined || trained?.framework !== served.framework || trained.release === served.release) return;
    const reason = `the model is trained with ${trained.framework} ${trained.release} and served with ${served.release}`;
    yield violation(reason, { path: image.path });
  },
});

/** Models are packed anew a few times at most. */
const LONGEST_CHAIN = 5;

/** The image of the Training step whose model the container loads, through jobs that only pack it anew. */
function trainingImage(container: ModelContainer['container'], context: PolicyContext): Json | undefined {
  const jobs = context.once(trainingByStep);
  let model = memberAt(container, 'ModelDataUrl');
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const job = jobs.get(stepReadBy(model) ?? '');
    if (job === undefined) return undefined;
    model = repackedArchive(job);
    if (model === undefined) return job.member(['AlgorithmSpecification', 'TrainingImage']).value;
  }
  return undefined;
}

function trainingByStep(context: PolicyContext): ReadonlyMap<string, GovernedJob> {
  return new Map(
    governedJobs(context)
      .filter(({ form }) => form === 'training')
      .map((job) => [job.step, job]),
  );
}

/** The step that a `Get` reads; the SDK also writes it as a join of nothing else. */
function stepReadBy(value: Json | undefined): string | undefined {
  const expression = asExpression(value);
  if (expression?.kind === 'join') return isJsonList(expression.values) ? stepReadBy(expression.values[0]) : undefined;
  if (expression?.kind !== 'get' || typeof expression.reference !== 'string') return undefined;
  const reference = parseReference(expression.reference);
  return reference?.kind === 'property' ? reference.step : undefined;
}

function releaseOf(image: Json | undefined, context: PolicyContext) {
  const text = textCandidatesOf(resolvedUri(image, context)).usual?.value;
  return typeof text === 'string' ? frameworkRelease(text) : undefined;
}
