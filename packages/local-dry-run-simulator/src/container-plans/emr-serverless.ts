import type { PlainJsonObject } from '@millrace/schema';
import type { ContainerPlan } from './container-plan.js';
import type { ContainerPlanner, EndedJob, PlannedJob } from './container-planner.js';
import { outsidePlan } from './outside-plan.js';
import { numberAt, objectAt, textAt } from './read-member.js';

/** EMRServerless: a Spark or Hive job on machines of EMR. */
export const emrServerlessPlanner: ContainerPlanner = {
  resource: 'emr-serverless-job',
  plan: planJobRun,
  describe: describeJobRun,
};

/** A job run without a limit of its own ends after 12 hours (StartJobRun, `executionTimeoutMinutes`). */
const DEFAULT_MINUTES = 720;

function planJobRun({ arguments: request }: PlannedJob): ContainerPlan {
  const minutes = numberAt(objectAt(request, 'JobConfig'), 'executionTimeoutMinutes') ?? DEFAULT_MINUTES;
  return outsidePlan('its program needs EMR Serverless', { maxRuntimeSeconds: minutes * 60 });
}

/** What GetJobRun answers. Ids of what would be made are invented. */
function describeJobRun(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  const config = objectAt(job.arguments, 'JobConfig');
  const application = textAt(job.arguments, 'ApplicationId') ?? textAt(config, 'applicationId') ?? job.name.slice(-10);
  return {
    jobRun: {
      ...config,
      applicationId: application,
      jobRunId: job.name.slice(-10),
      name: textAt(config, 'name') ?? job.name,
      executionRole: job.arguments['ExecutionRoleArn'] ?? config['executionRoleArn'] ?? '',
      state: result.outcome === 'succeeded' ? 'SUCCESS' : 'FAILED',
      stateDetails: result.reason ?? '',
      createdAt: startedAt,
      startedAt,
      updatedAt: endedAt,
      endedAt,
    },
    ...result.describe,
  };
}
