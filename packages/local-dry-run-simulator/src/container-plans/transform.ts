import type { PlainJsonObject } from '@millrace/schema';
import type { ContainerPlan } from './container-plan.js';
import type { ContainerPlanner, EndedJob, PlannedJob } from './container-planner.js';
import { objectAt, textAt, textMapAt } from './read-member.js';

/** Transform: SageMaker starts the model's image as a server and sends it the records of the input. */
export const transformPlanner: ContainerPlanner = {
  resource: 'transform-job',
  plan: planTransform,
  describe: describeTransform,
};

function planTransform({ arguments: request }: PlannedJob): ContainerPlan {
  const source = objectAt(objectAt(objectAt(request, 'TransformInput'), 'DataSource'), 'S3DataSource');
  const target = objectAt(request, 'TransformOutput');
  return {
    image: textAt(request, 'ModelName') ?? '',
    inputs: [{ name: 'input', uri: textAt(source, 'S3Uri'), path: '/opt/ml/input/data/input' }],
    outputs: [{ name: 'output', uri: textAt(target, 'S3OutputPath'), path: '/opt/ml/output/data' }],
    files: [],
    folders: [],
    program: { missing: 'a transform job asks the server inside of the model image' },
    environment: textMapAt(request, 'Environment'),
    metrics: [],
    isolated: false,
    failureFile: '/opt/ml/output/failure',
    notHonoured: [],
  };
}

function describeTransform(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  return {
    ...job.arguments,
    TransformJobName: job.name,
    TransformJobArn: job.arn,
    TransformJobStatus: result.outcome === 'succeeded' ? 'Completed' : 'Failed',
    CreationTime: startedAt,
    TransformStartTime: startedAt,
    TransformEndTime: endedAt,
    ...(result.reason === undefined ? {} : { FailureReason: result.reason }),
    ...result.describe,
  };
}
