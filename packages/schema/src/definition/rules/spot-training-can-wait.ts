import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isNumber, numberOf } from '../../source/source-number.js';
import type { DefinitionRule } from '../definition-rule.js';
import { type JobRequest, trainingJobsOf } from '../job-requests.js';
import { memberAt } from '../member-at.js';
import { DEFAULT_RUNTIME_SECONDS } from '../stopping-condition.js';

const diagnostics = defineDiagnostics('definition', {
  'spot-wait-too-short': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R83'],
    message: (p: { given: string; runtime: number }) =>
      `with spot instances MaxWaitTimeInSeconds is at least MaxRuntimeInSeconds (${p.runtime}), but ${p.given}`,
    help: (p) => `set MaxWaitTimeInSeconds to ${p.runtime} or more: it counts the waiting and the running`,
    explanation:
      'MaxWaitTimeInSeconds is how long a training job on spot instances may take as a whole, waits for capacity included. SageMaker refuses the job where it is missing or shorter than the time that the job may run.',
  },
  'spot-without-checkpoints': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R83'],
    message: () => 'training on spot instances without checkpoints begins anew after each interruption',
    help: () =>
      'add CheckpointConfig with an S3Uri (in a spec, leave out "checkpoints: none" of "spot"), and let the script save to and load from /opt/ml/checkpoints',
    explanation:
      'AWS can take a spot instance away at any time. With a CheckpointConfig SageMaker copies /opt/ml/checkpoints to S3 and back into the container that continues; without one all work until the interruption is lost.',
  },
});

/** Training on spot instances may wait as long as it runs, and keeps what it has done. */
export const spotTrainingCanWait: DefinitionRule = {
  rules: ['R83'],
  diagnostics,
  check: function* ({ steps }) {
    for (const request of steps.flatMap(trainingJobsOf)) {
      if (request.job['EnableManagedSpotTraining'] === true) yield* checkSpot(request);
    }
  },
};

function* checkSpot({ job, path }: JobRequest): Iterable<Diagnostic> {
  const stopping = [...path, 'StoppingCondition'];
  const runtime = memberAt(job, 'StoppingCondition', 'MaxRuntimeInSeconds') ?? DEFAULT_RUNTIME_SECONDS;
  const wait = memberAt(job, 'StoppingCondition', 'MaxWaitTimeInSeconds');
  if (wait === undefined && isNumber(runtime)) {
    const parameters = { given: 'none is given', runtime: numberOf(runtime) };
    const place = { path: job['StoppingCondition'] === undefined ? path : stopping };
    yield diagnostics['spot-wait-too-short'](parameters, place);
  } else if (isNumber(wait) && isNumber(runtime) && numberOf(wait) < numberOf(runtime)) {
    const parameters = { given: `${numberOf(wait)} is given`, runtime: numberOf(runtime) };
    yield diagnostics['spot-wait-too-short'](parameters, { path: [...stopping, 'MaxWaitTimeInSeconds'] });
  }
  if ((job['CheckpointConfig'] ?? null) === null) {
    const place = { path: [...path, 'EnableManagedSpotTraining'], target: 'key' } as const;
    yield diagnostics['spot-without-checkpoints']({}, place);
  }
}
