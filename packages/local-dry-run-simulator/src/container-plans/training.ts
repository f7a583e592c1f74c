import type { PlainJson, PlainJsonObject } from '@millrace/schema';
import { unknownValue } from '../evaluation/unknown-value.js';
import { joinS3Uri } from '../object-store/s3-uri.js';
import type { ContainerPlan, MetricDefinition, PlannedInput, PlannedOutput, PlannedProgram } from './container-plan.js';
import type { ContainerPlanner, EndedJob, PlannedJob } from './container-planner.js';
import { listNotHonoured } from './not-honoured.js';
import { numberAt, objectAt, objectsAt, textAt, textMapAt, textsAt } from './read-member.js';
import { resourceConfig } from './resource-config.js';
import { type ScriptModeJob, scriptArguments, scriptEnvironment, toolkitSetting } from './script-mode.js';

/** Training: a framework image with the author's script, or an image with an entry point of its own. */
export const trainingPlanner: ContainerPlanner = {
  resource: 'training-job',
  plan: planTraining,
  describe: describeTraining,
};

const CODE = '/opt/ml/code';

function planTraining(job: PlannedJob): ContainerPlan {
  const { arguments: request } = job;
  const specification = objectAt(request, 'AlgorithmSpecification');
  const resources = objectAt(request, 'ResourceConfig');
  const channels = objectsAt(request, 'InputDataConfig');
  const mode = readScriptMode(job);
  const limit = numberAt(objectAt(request, 'StoppingCondition'), 'MaxRuntimeInSeconds');
  return {
    image: textAt(specification, 'TrainingImage') ?? textAt(specification, 'AlgorithmName') ?? '',
    inputs: [...channels.map(planChannel), ...planCode(mode.hyperparameters)],
    outputs: planOutputs(job),
    files: planFiles(mode),
    folders: [
      '/opt/ml/model',
      '/opt/ml/output/data',
      '/opt/ml/output/intermediate',
      CODE,
      ...channels.map((channel) => planChannel(channel).path),
    ],
    program: planProgram(specification, mode),
    environment: { ...textMapAt(request, 'Environment'), ...scriptEnvironment(mode) },
    metrics: objectsAt(specification, 'MetricDefinitions').map(planMetric),
    isolated: request['EnableNetworkIsolation'] === true,
    failureFile: '/opt/ml/output/failure',
    notHonoured: listNotHonoured({
      vpc: request['VpcConfig'],
      instances: numberAt(resources, 'InstanceCount'),
      inputs: channels.flatMap((each) => [each, s3Source(each)]),
    }),
    ...(limit === undefined ? {} : { maxRuntimeSeconds: limit }),
  };
}

function readScriptMode({ name, arguments: request }: PlannedJob): ScriptModeJob {
  const channels = objectsAt(request, 'InputDataConfig');
  return {
    hyperparameters: textMapAt(request, 'HyperParameters'),
    channels: channels.map((channel) => textAt(channel, 'ChannelName') ?? ''),
    inputDataConfig: Object.fromEntries(
      channels.map((channel) => [textAt(channel, 'ChannelName') ?? '', describeChannel(channel)]),
    ),
    resourceConfig: resourceConfig(textAt(objectAt(request, 'ResourceConfig'), 'InstanceType')),
    jobName: name,
  };
}

function s3Source(channel: PlainJsonObject): PlainJsonObject {
  return objectAt(objectAt(channel, 'DataSource'), 'S3DataSource');
}

function describeChannel(channel: PlainJsonObject): PlainJsonObject {
  const contentType = textAt(channel, 'ContentType');
  return {
    ...(contentType === undefined ? {} : { ContentType: contentType }),
    TrainingInputMode: 'File',
    S3DistributionType: textAt(s3Source(channel), 'S3DataDistributionType') ?? 'FullyReplicated',
    RecordWrapperType: textAt(channel, 'RecordWrapperType') ?? 'None',
  };
}

function planChannel(channel: PlainJsonObject): PlannedInput {
  const name = textAt(channel, 'ChannelName') ?? '';
  return { name, uri: textAt(s3Source(channel), 'S3Uri'), path: `/opt/ml/input/data/${name}` };
}

// A submit directory of another form (a path inside of the image) is no input.
function planCode(hyperparameters: Readonly<Record<string, string>>): readonly PlannedInput[] {
  const uri = toolkitSetting(hyperparameters, 'sagemaker_submit_directory');
  return uri?.startsWith('s3://') ? [{ name: 'code', uri, path: CODE, packed: true }] : [];
}

function planFiles({ hyperparameters, inputDataConfig, resourceConfig: hosts }: ScriptModeJob): ContainerPlan['files'] {
  const contents = { hyperparameters, inputdataconfig: inputDataConfig, resourceconfig: hosts };
  return Object.entries(contents).map(([name, content]) => ({
    path: `/opt/ml/input/config/${name}.json`,
    text: JSON.stringify(content),
  }));
}

function planProgram(
  specification: PlainJsonObject,
  mode: ScriptModeJob,
): PlannedProgram | { readonly missing: string } {
  const requirements = [`${CODE}/requirements.txt`];
  const [program, ...rest] = [
    ...textsAt(specification, 'ContainerEntrypoint'),
    ...textsAt(specification, 'ContainerArguments'),
  ];
  if (program !== undefined && textsAt(specification, 'ContainerEntrypoint').length > 0) {
    return { argv: [program, ...rest], workingFolder: '/', requirements };
  }
  const script = toolkitSetting(mode.hyperparameters, 'sagemaker_program');
  if (script === undefined) {
    const image = textAt(specification, 'TrainingImage') ?? textAt(specification, 'AlgorithmName') ?? '';
    return {
      missing: `it names no script (hyperparameter sagemaker_program), so the program is inside of the image ${image}`,
    };
  }
  const interpreter = script.endsWith('.sh') ? '/bin/sh' : 'python3';
  return { argv: [interpreter, script, ...scriptArguments(mode.hyperparameters)], workingFolder: CODE, requirements };
}

function planMetric(definition: PlainJsonObject): MetricDefinition {
  return { name: textAt(definition, 'Name') ?? '', regex: textAt(definition, 'Regex') ?? '' };
}

function planOutputs(job: PlannedJob): readonly PlannedOutput[] {
  const folder = textAt(objectAt(job.arguments, 'OutputDataConfig'), 'S3OutputPath');
  const uri = (name: string) => (folder === undefined ? undefined : joinS3Uri(folder, `${job.name}/output/${name}`));
  return [
    { name: 'modelArtifacts', uri: uri('model.tar.gz'), path: '/opt/ml/model', packed: true },
    { name: 'output', uri: uri('output.tar.gz'), path: '/opt/ml/output/data', packed: true, optional: true },
  ];
}

function describeTraining(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  const succeeded = result.outcome === 'succeeded';
  const seconds = Math.round(result.seconds);
  return {
    ...job.arguments,
    TrainingJobName: job.name,
    TrainingJobArn: job.arn,
    TrainingJobStatus: succeeded ? 'Completed' : 'Failed',
    SecondaryStatus: succeeded ? 'Completed' : 'Failed',
    CreationTime: startedAt,
    TrainingStartTime: startedAt,
    TrainingEndTime: endedAt,
    LastModifiedTime: endedAt,
    TrainingTimeInSeconds: seconds,
    BillableTimeInSeconds: seconds,
    ModelArtifacts: {
      S3ModelArtifacts: planOutputs(job)[0]?.uri ?? unknownValue('OutputDataConfig.S3OutputPath is not known'),
    },
    FinalMetricDataList: describeMetrics(result, endedAt),
    ...(result.reason === undefined ? {} : { FailureReason: result.reason }),
    ...result.describe,
  };
}

const UNKNOWN_METRIC = 'no user code ran, and no scenario gives the metric';

function describeMetrics({ metrics, outputsKnown }: EndedJob['result'], timestamp: string): PlainJson {
  const last = new Map((metrics ?? []).map((metric) => [metric.name, metric.value]));
  const list = [...last].map(([name, value]) => ({ MetricName: name, Value: value, Timestamp: timestamp }));
  return outputsKnown === 'all' ? list : [...list, unknownValue(UNKNOWN_METRIC)];
}
