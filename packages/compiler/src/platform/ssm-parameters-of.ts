import { deployValue } from '@millrace/schema';
import { hasJobRole } from './has-job-role.js';
import type { PlatformInput, PlatformText, SsmParameterModel } from './platform-model.js';
import { platformArn, platformText } from './platform-text.js';
import { registryOf } from './registry-of.js';
import { ssmParameterName } from './ssm-parameter-name.js';
import { storeNamesOf } from './store-names.js';

/** What is published of a pipeline, with the names of MDAA's module. */
export function ssmParametersOf(input: PlatformInput): readonly SsmParameterModel[] {
  const subject = { family: 'sm-pipeline', subject: input.settings.platform.projectName };
  return [...pipelineParameters(input), ...storeParameters(input), ...groupParameters(input)].map(
    ([key, value, description]) => ({ key, name: ssmParameterName(subject, key), value, description }),
  );
}

type Published = readonly [key: string, value: PlatformText, description: string];

const JOB_ROLE: Published = ['job-role-arn', deployValue('jobRoleArn'), 'Role that the jobs of the pipeline run with'];

function pipelineParameters(input: PlatformInput): readonly Published[] {
  const { pipelineName } = input;
  const role = input.settings.platform.existingPipelineRoleArn ?? deployValue('pipelineRoleArn');
  return [
    ['pipeline-name', pipelineName, 'Name of the pipeline'],
    ['pipeline-arn', platformArn('sagemaker', platformText('pipeline/', pipelineName)), 'ARN of the pipeline'],
    ['execution-role-arn', role, 'Role that the pipeline runs with'],
    ...(hasJobRole(input) ? [JOB_ROLE] : []),
  ];
}

function storeParameters(input: PlatformInput): readonly Published[] {
  const { bucket, keyArn } = storeNamesOf(input);
  return [
    ['model-bucket-name', bucket, 'Bucket of the artifacts'],
    // KMS takes the ARN of a key wherever it takes an id, and only the ARN is right in another account.
    ['kms-key-id', keyArn, 'Key that encrypts the artifacts, as an ARN'],
  ];
}

function groupParameters(input: PlatformInput): readonly Published[] {
  const [group] = registryOf(input);
  if (group === undefined) return [];
  return [
    ['model-package-group-name', group.name, 'Group that models are registered in'],
    ['model-package-group-arn', group.arn, 'ARN of the group that models are registered in'],
  ];
}
