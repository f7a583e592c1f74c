import type { PlainJson, PlainJsonObject } from '@millrace/schema';
import { unknownValue } from '../evaluation/unknown-value.js';
import { joinS3Uri } from '../object-store/s3-uri.js';
import type { ContainerPlan, PlannedOutput } from './container-plan.js';
import type { ContainerPlanner, EndedJob, PlannedJob } from './container-planner.js';
import { outsidePlan } from './outside-plan.js';
import { numberAt, objectAt, objectsAt, textAt, textMapAt } from './read-member.js';

/** Tuning: SageMaker starts many training jobs and compares them by a metric. */
export const tuningPlanner: ContainerPlanner = {
  resource: 'hyper-parameter-tuning-job',
  longestName: 32,
  plan: planTuning,
  describe: describeTuning,
};

function planTuning(job: PlannedJob): ContainerPlan {
  const definition = firstDefinition(job);
  const specification = objectAt(definition, 'AlgorithmSpecification');
  const limits = objectAt(objectAt(job.arguments, 'HyperParameterTuningJobConfig'), 'ResourceLimits');
  const limit = numberAt(limits, 'MaxRuntimeInSeconds') ?? LONGEST_TUNING_SECONDS;
  return outsidePlan('a tuning job starts many training jobs and compares them', {
    image: textAt(specification, 'TrainingImage') ?? textAt(specification, 'AlgorithmName') ?? '',
    inputs: objectsAt(definition, 'InputDataConfig').map((channel) => {
      const name = textAt(channel, 'ChannelName') ?? '';
      const source = objectAt(objectAt(channel, 'DataSource'), 'S3DataSource');
      return { name, uri: textAt(source, 'S3Uri'), path: `/opt/ml/input/data/${name}` };
    }),
    outputs: [bestModel(job)],
    environment: textMapAt(definition, 'Environment'),
    maxRuntimeSeconds: limit,
  });
}

/** A tuning job runs 30 days at most (quotas of SageMaker). */
const LONGEST_TUNING_SECONDS = 2_592_000;

function firstDefinition({ arguments: request }: PlannedJob): PlainJsonObject {
  return objectsAt(request, 'TrainingJobDefinitions')[0] ?? objectAt(request, 'TrainingJobDefinition');
}

function bestModel(job: PlannedJob): PlannedOutput {
  const folder = textAt(objectAt(firstDefinition(job), 'OutputDataConfig'), 'S3OutputPath');
  const uri = folder === undefined ? undefined : joinS3Uri(folder, `${trainingJobName(job, 0)}/output/model.tar.gz`);
  return { name: 'bestModel', uri, path: '/opt/ml/model', packed: true };
}

/** Invented: SageMaker numbers the training jobs of a tuning job and adds a suffix of its own. `rank` 0 is the best one. */
function trainingJobName({ name }: PlannedJob, rank: number): string {
  return `${name}-${String(rank + 1).padStart(3, '0')}-${name.slice(-8)}`;
}

const UNKNOWN_TUNED = 'no training job ran that could find the best hyperparameters';

function describeTuning(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  const succeeded = result.outcome === 'succeeded';
  const summary = (rank: number) => summarize(job, rank, { result, startedAt, endedAt });
  return {
    ...job.arguments,
    HyperParameterTuningJobName: job.name,
    HyperParameterTuningJobArn: job.arn,
    HyperParameterTuningJobStatus: succeeded ? 'Completed' : 'Failed',
    CreationTime: startedAt,
    HyperParameterTuningEndTime: endedAt,
    LastModifiedTime: endedAt,
    ...(succeeded ? { BestTrainingJob: summary(0), TrainingJobSummaries: listSummaries(job, summary) } : {}),
    ...(result.reason === undefined ? {} : { FailureReason: result.reason }),
    ...result.describe,
  };
}

/** The best fifty training jobs, best first. */
const MOST_SUMMARIES = 50;

function listSummaries(job: PlannedJob, summary: (rank: number) => PlainJsonObject): readonly PlainJson[] {
  const limits = objectAt(objectAt(job.arguments, 'HyperParameterTuningJobConfig'), 'ResourceLimits');
  const count = Math.min(numberAt(limits, 'MaxNumberOfTrainingJobs') ?? MOST_SUMMARIES, MOST_SUMMARIES);
  return Array.from({ length: Math.max(count, 0) }, (_, rank) => summary(rank));
}

function summarize(job: PlannedJob, rank: number, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  const name = trainingJobName(job, rank);
  const objective = objectiveName(job);
  // A scenario gives the value of the best job; what the others reached nobody says.
  const value = rank === 0 ? result.metrics.findLast((metric) => metric.name === objective)?.value : undefined;
  return {
    TrainingJobName: name,
    TrainingJobArn: job.arn.replace(/:hyper-parameter-tuning-job\/.*$/, `:training-job/${name.toLowerCase()}`),
    TuningJobName: job.name,
    TrainingJobStatus: 'Completed',
    ObjectiveStatus: 'Succeeded',
    CreationTime: startedAt,
    TrainingStartTime: startedAt,
    TrainingEndTime: endedAt,
    TunedHyperParameters: unknownValue(UNKNOWN_TUNED),
    FinalHyperParameterTuningJobObjectiveMetric: {
      MetricName: objective ?? unknownValue('the definition names no objective'),
      Value: value ?? unknownValue(`no scenario gives the metric ${objective ?? ''}`.trimEnd()),
    },
  };
}

function objectiveName(job: PlannedJob): string | undefined {
  const config = objectAt(job.arguments, 'HyperParameterTuningJobConfig');
  const own = textAt(objectAt(config, 'HyperParameterTuningJobObjective'), 'MetricName');
  return own ?? textAt(objectAt(firstDefinition(job), 'TuningObjective'), 'MetricName');
}
