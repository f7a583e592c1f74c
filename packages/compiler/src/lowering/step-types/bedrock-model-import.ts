import { get, join } from '@millrace/schema';
import type { Draft } from '../draft.js';
import { jobRole, kmsKey } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import { networkMembers } from '../network-members.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

type Place = PlaceOf<'BedrockModelImport'>;

/** Lowers a BedrockModelImport step to the members of CreateModelImportJob, in the case that SageMaker wants. */
export function lowerBedrockModelImport(place: Place, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      JobName: context.text(body.jobName, [...at, 'jobName']) ?? defaultJobName(step.name),
      ImportedModelName: context.text(body.importedModelName, [...at, 'importedModelName']),
      RoleArn: jobRole(context, place),
      ModelDataSource: { S3DataSource: { S3Uri: context.text(body.modelData, [...at, 'modelData']) } },
      VpcConfig: vpc(place, context),
      ImportedModelKmsKeyId: kmsKey(context, place),
    },
  };
}

/** Names of steps may be longer and have "_"; the id of an execution has 12 characters, and a name has 63 at most. */
const LONGEST_STEP_PART = 50;

function defaultJobName(step: string): Draft {
  const part = step
    .replace(/[^A-Za-z0-9-]/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST_STEP_PART);
  return join('', [`${part === '' ? 'import' : part}-`, get('Execution.PipelineExecutionId')]);
}

/** Bedrock's VPC configuration has the same parts under names of its own. */
function vpc(place: Place, context: LoweringContext): Draft | undefined {
  const { VpcConfig } = networkMembers(context, place);
  if (VpcConfig === undefined) return undefined;
  // networkMembers makes exactly these two members.
  const { Subnets, SecurityGroupIds } = VpcConfig as Readonly<Record<string, Draft | undefined>>;
  return { SubnetIds: Subnets, SecurityGroupIds };
}
