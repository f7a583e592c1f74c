import type { PlainJsonObject } from '@millrace/schema';
import { unknownValue } from '../evaluation/unknown-value.js';
import { joinS3Uri } from '../object-store/s3-uri.js';
import type { ContainerPlan } from './container-plan.js';
import type { ContainerPlanner, EndedJob, PlannedJob } from './container-planner.js';
import { outsidePlan } from './outside-plan.js';
import { numberAt, objectAt, objectsAt, textAt } from './read-member.js';

/** AutoML: SageMaker tries algorithms and builds an ensemble of the best. */
export const autoMLPlanner: ContainerPlanner = {
  resource: 'automl-job',
  longestName: 32,
  plan: planAutoML,
  describe: describeAutoML,
};

/** An AutoML job runs 30 days at most (quotas of SageMaker). */
const LONGEST_SECONDS = 2_592_000;

function planAutoML(job: PlannedJob): ContainerPlan {
  const limits = objectAt(objectAt(job.arguments, 'AutoMLJobConfig'), 'CompletionCriteria');
  return outsidePlan('SageMaker chooses the programs of an AutoML job', {
    inputs: objectsAt(job.arguments, 'InputDataConfig').map((channel) => {
      const name = textAt(channel, 'ChannelType') ?? 'training';
      const source = objectAt(objectAt(channel, 'DataSource'), 'S3DataSource');
      return { name, uri: textAt(source, 'S3Uri'), path: `/opt/ml/input/data/${name}` };
    }),
    outputs: [{ name: 'bestModel', uri: bestModelUri(job), path: '/opt/ml/model', packed: true }],
    maxRuntimeSeconds: numberAt(limits, 'MaxAutoMLJobRuntimeInSeconds') ?? LONGEST_SECONDS,
  });
}

/** Invented: where SageMaker puts the best model below the output path is not documented. */
function bestModelUri(job: PlannedJob): string | undefined {
  return below(job, 'best-model/output/model.tar.gz');
}

function below(job: PlannedJob, path: string): string | undefined {
  const folder = textAt(objectAt(job.arguments, 'OutputDataConfig'), 'S3OutputPath');
  return folder === undefined ? undefined : joinS3Uri(folder, `${job.name}/${path}`);
}

function describeAutoML(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  const succeeded = result.outcome === 'succeeded';
  return {
    ...job.arguments,
    AutoMLJobName: job.name,
    AutoMLJobArn: job.arn,
    AutoMLJobStatus: succeeded ? 'Completed' : 'Failed',
    AutoMLJobSecondaryStatus: succeeded ? 'Completed' : 'Failed',
    CreationTime: startedAt,
    EndTime: endedAt,
    LastModifiedTime: endedAt,
    ...(succeeded ? { BestCandidate: describeBest(job, { result, startedAt, endedAt }), ...reports(job) } : {}),
    ...(result.reason === undefined ? {} : { FailureReason: result.reason }),
    ...result.describe,
  };
}

function describeBest(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  const metric = textAt(objectAt(job.arguments, 'AutoMLJobObjective'), 'MetricName');
  // Without a named metric SageMaker chooses one; a scenario that gives a single metric can only mean that.
  const value = result.metrics.findLast(({ name }) => metric === undefined || name === metric)?.value;
  return {
    CandidateName: `${job.name}-best`,
    CandidateStatus: 'Completed',
    CreationTime: startedAt,
    EndTime: endedAt,
    FinalAutoMLJobObjectiveMetric: {
      MetricName: metric ?? unknownValue('SageMaker chooses the metric'),
      Value: value ?? unknownValue(`no scenario gives the metric ${metric ?? ''}`.trimEnd()),
    },
    InferenceContainers: [
      {
        Image: unknownValue('SageMaker chooses the image of the best candidate'),
        ModelDataUrl: bestModelUri(job) ?? unknownValue('OutputDataConfig.S3OutputPath is not known'),
        Environment: unknownValue('SageMaker chooses the environment of the best candidate'),
      },
    ],
  };
}

function reports(job: PlannedJob): PlainJsonObject {
  const place = (path: string) => below(job, path) ?? unknownValue('OutputDataConfig.S3OutputPath is not known');
  return {
    BestCandidateProperties: {
      ModelInsightsJsonReportPath: place('documentation/model_monitor/statistics.json'),
      ExplainabilityJsonReportPath: place('documentation/explainability/analysis.json'),
    },
  };
}
