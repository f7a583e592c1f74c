import type { PlainJsonObject } from '@millrace/schema';
import { unknownValue } from '../evaluation/unknown-value.js';
import type { ContainerPlan } from './container-plan.js';
import type { ContainerPlanner, EndedJob, PlannedJob } from './container-planner.js';

/** Job: SageMaker does the work on machines of its own; what it does stands in a document that only it reads. */
export const jobPlanner: ContainerPlanner = { resource: 'job', plan: planJob, describe: describeJob };

function planJob(): ContainerPlan {
  return {
    image: '',
    inputs: [],
    outputs: [],
    files: [],
    folders: [],
    program: { missing: 'SageMaker runs it on machines of its own, and there is no program to start' },
    environment: {},
    metrics: [],
    isolated: false,
    failureFile: '/opt/ml/output/failure',
    notHonoured: [],
  };
}

function describeJob(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  return {
    ...job.arguments,
    JobName: job.name,
    JobArn: job.arn,
    JobStatus: result.outcome === 'succeeded' ? 'Completed' : 'Failed',
    // References read inside the document, and what they read is what the service has added (SDK v3, mtrl_pipeline_templates.py).
    JobConfigDocument: unknownValue('what SageMaker adds to the document of the job is not known'),
    CreationTime: startedAt,
    EndTime: endedAt,
    LastModifiedTime: endedAt,
    ...(result.reason === undefined ? {} : { FailureReason: result.reason }),
    ...result.describe,
  };
}
