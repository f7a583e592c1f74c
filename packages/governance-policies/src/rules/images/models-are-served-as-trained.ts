import { type Json, memberAt, parseReference } from '@millrace/schema';
import { frameworkRelease } from '../../images/framework-release.js';
import { memberIn } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { type ModelContainer, modelContainers, packageContainers } from '../../jobs/model-containers.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import { textCandidatesOf } from '../../values/candidates.js';

/** MR-IMG-005 */
export const modelsAreServedAsTrained = defineRule({
  id: 'MR-IMG-005',
  profiles: { baseline: 'warning' },
  title: 'a model is served by the release of the framework that trained it',
  checks:
    'The image of a model or package whose data comes from a Training step of the pipeline, against the image of that step: the same major and minor version where both names say one framework.',
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

/** The image of the Training step whose model the container loads. */
function trainingImage(container: ModelContainer['container'], context: PolicyContext): Json | undefined {
  const text = memberAt(container, 'ModelDataUrl', 'Get');
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  if (reference?.kind !== 'property') return undefined;
  const job = governedJobs(context).find(({ step, form }) => step === reference.step && form === 'training');
  return job?.member(['AlgorithmSpecification', 'TrainingImage']).value;
}

function releaseOf(image: Json | undefined, context: PolicyContext) {
  const text = textCandidatesOf(context.read(image)).usual?.value;
  return typeof text === 'string' ? frameworkRelease(text) : undefined;
}
