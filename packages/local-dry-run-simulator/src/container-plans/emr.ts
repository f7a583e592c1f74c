import type { PlainJsonObject } from '@millrace/schema';
import type { ContainerPlanner, EndedJob, PlannedJob } from './container-planner.js';
import { outsidePlan } from './outside-plan.js';
import { objectAt, objectsAt, textAt, textMapAt, textsAt } from './read-member.js';

/** EMR: a program on a cluster. */
export const emrPlanner: ContainerPlanner = {
  resource: 'emr-step',
  plan: () => outsidePlan('its program needs an EMR cluster', { maxRuntimeSeconds: LONGEST_SECONDS }),
  describe: describeEmr,
};

/** Nothing ends such a program but the longest execution, of 28 days. */
const LONGEST_SECONDS = 2_419_200;

/** The `Step` of EMR, with the id of the cluster (facts/sagemaker-pipelines, section 2.1). Ids of what would be made are invented. */
function describeEmr(job: PlannedJob, { result, startedAt, endedAt }: EndedJob): PlainJsonObject {
  const id = job.name.slice(-10).toUpperCase();
  const config = objectAt(job.arguments, 'StepConfig');
  const program = objectAt(config, 'HadoopJarStep');
  const properties = objectsAt(program, 'Properties').map((each) => [textAt(each, 'Key'), textAt(each, 'Value')]);
  return {
    Id: `s-${id}`,
    Name: textAt(config, 'Name') ?? job.name,
    ClusterId: job.arguments['ClusterId'] ?? `j-${id}`,
    ActionOnFailure: textAt(config, 'ActionOnFailure') ?? 'CONTINUE',
    Config: {
      Jar: textAt(program, 'Jar') ?? '',
      Args: textsAt(program, 'Args'),
      Properties: textMapAt({ map: Object.fromEntries(properties) }, 'map'),
      ...(textAt(program, 'MainClass') === undefined ? {} : { MainClass: textAt(program, 'MainClass') ?? '' }),
    },
    Status: {
      State: result.outcome === 'succeeded' ? 'COMPLETED' : 'FAILED',
      Timeline: { CreationDateTime: startedAt, StartDateTime: startedAt, EndDateTime: endedAt },
    },
    ...result.describe,
  };
}
