import type { PlainJsonObject } from '@millrace/schema';
import type { ContainerPlan, PlannedInput, PlannedOutput, PlannedProgram } from './container-plan.js';
import type { ContainerPlanner, EndedJob, PlannedJob } from './container-planner.js';
import { listNotHonoured } from './not-honoured.js';
import { numberAt, objectAt, objectsAt, textAt, textMapAt, textsAt } from './read-member.js';
import { CONTAINER_HOST, resourceConfig } from './resource-config.js';

/** Processing: any image, inputs and outputs at paths of the author's choice, usually below /opt/ml/processing. */
export const processingPlanner: ContainerPlanner = {
  resource: 'processing-job',
  plan: planProcessing,
  describe: describeProcessing,
};

function planProcessing(job: PlannedJob): ContainerPlan {
  const { arguments: request } = job;
  const specification = objectAt(request, 'AppSpecification');
  const network = objectAt(request, 'NetworkConfig');
  const inputs = objectsAt(request, 'ProcessingInputs').map(planInput);
  const outputs = objectsAt(objectAt(request, 'ProcessingOutputConfig'), 'Outputs').map(planOutput);
  const cluster = objectAt(objectAt(request, 'ProcessingResources'), 'ClusterConfig');
  const limit = numberAt(objectAt(request, 'StoppingCondition'), 'MaxRuntimeInSeconds');
  return {
    image: textAt(specification, 'ImageUri') ?? '',
    inputs,
    outputs,
    files: [
      {
        path: '/opt/ml/config/processingjobconfig.json',
        text: JSON.stringify({ ProcessingJobArn: job.arn, ProcessingJobName: job.name, ...request }),
      },
      {
        path: '/opt/ml/config/resourceconfig.json',
        text: JSON.stringify(resourceConfig(textAt(cluster, 'InstanceType'))),
      },
    ],
    folders: ['/opt/ml/output', ...outputs.map((output) => output.path)],
    program: planProgram(specification, inputs),
    environment: { ...textMapAt(request, 'Environment'), SM_CURRENT_HOST: CONTAINER_HOST },
    metrics: [],
    isolated: network['EnableNetworkIsolation'] === true,
    failureFile: '/opt/ml/output/message',
    notHonoured: listNotHonoured({
      vpc: network['VpcConfig'],
      instances: numberAt(cluster, 'InstanceCount'),
      inputs: objectsAt(request, 'ProcessingInputs').map((each) => objectAt(each, 'S3Input')),
    }),
    ...(limit === undefined ? {} : { maxRuntimeSeconds: limit }),
  };
}

function planInput(input: PlainJsonObject): PlannedInput {
  const source = objectAt(input, 'S3Input');
  const name = textAt(input, 'InputName') ?? '';
  return {
    name,
    uri: textAt(source, 'S3Uri'),
    path: textAt(source, 'LocalPath') ?? `/opt/ml/processing/input/${name}`,
  };
}

function planOutput(output: PlainJsonObject): PlannedOutput {
  const target = objectAt(output, 'S3Output');
  const name = textAt(output, 'OutputName') ?? '';
  return {
    name,
    uri: textAt(target, 'S3Uri'),
    path: textAt(target, 'LocalPath') ?? `/opt/ml/processing/output/${name}`,
  };
}

function planProgram(
  specification: PlainJsonObject,
  inputs: readonly PlannedInput[],
): PlannedProgram | { readonly missing: string } {
  const [program, ...rest] = [
    ...textsAt(specification, 'ContainerEntrypoint'),
    ...textsAt(specification, 'ContainerArguments'),
  ];
  if (program === undefined || textsAt(specification, 'ContainerEntrypoint').length === 0) {
    return {
      missing: `it has no ContainerEntrypoint, so the program is inside of the image ${textAt(specification, 'ImageUri') ?? ''}`,
    };
  }
  // A start script that installs requirements finds them installed: the launcher prepares an environment by them.
  const requirements = inputs.map((input) => `${input.path}/requirements.txt`);
  return { argv: [program, ...rest], workingFolder: '/', requirements };
}

function describeProcessing(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  return {
    ...job.arguments,
    ProcessingJobName: job.name,
    ProcessingJobArn: job.arn,
    ProcessingJobStatus: result.outcome === 'succeeded' ? 'Completed' : 'Failed',
    CreationTime: startedAt,
    ProcessingStartTime: startedAt,
    ProcessingEndTime: endedAt,
    LastModifiedTime: endedAt,
    ...(result.exitMessage === undefined ? {} : { ExitMessage: result.exitMessage }),
    ...(result.reason === undefined ? {} : { FailureReason: result.reason }),
    ...result.describe,
  };
}
