import { z } from 'zod';
import { modelPackageGroup } from '../step-types/register-model/register-model-body.js';
import { acrossItems, acrossKeys } from './across-keys.js';
import { approvalSetting } from './approval-setting.js';
import { artifactsSetting } from './artifacts-setting.js';
import { authorObject } from './author-object.js';
import { checkApprovalGroup, checkTriggers } from './check-triggers.js';
import { deployTimeOnly } from './deploy-time-only.js';
import { literalOnly, literalText } from './literal-only.js';
import { nagSuppressionsSetting } from './nag-suppressions-setting.js';
import { networkConfig } from './network-setting.js';
import { parallelismSetting } from './parallelism-setting.js';
import { specParameter } from './parameter.js';
import { specStep } from './parse-step.js';
import { pipelineDefaults } from './pipeline-defaults.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { scheduleSetting } from './schedule-setting.js';
import { flag, text } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { tagsSetting } from './tags-setting.js';
import { accountId, arn, bucketName, formedText, hasForm, roleArn } from './text-checks.js';
import { experimentSetting, mlflowSetting } from './tracking-settings.js';
import { namesIn } from './unique-names.js';

const projectName = formedText({
  what: 'the project name',
  pattern: /^[a-zA-Z0-9][-a-zA-Z0-9]*$/,
  allowed: 'use letters, digits and "-", beginning with a letter or digit',
  longest: 32,
});

const nameForm = {
  pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
  allowed: 'use letters, digits and "-" (no "_"), beginning and ending with a letter or digit',
  longest: 256,
};
const pipelineName = formedText({ what: 'the pipeline name', ...nameForm });
const displayName = formedText({ what: 'the display name', ...nameForm });

const parameters = z.array(specParameter).check(
  acrossItems((list, context) => {
    const first = new Map<string, number>();
    for (const [index, name] of namesIn(list, 'name').entries()) {
      if (name === undefined) continue;
      const other = first.get(name);
      if (other === undefined) first.set(name, index);
      else reportDuplicate(name, { index, other }, context);
    }
  }),
);

function reportDuplicate(
  name: string,
  { index, other }: { index: number; other: number },
  context: IssueContext,
): void {
  const related = [{ message: 'the first one', path: ['pipeline', 'parameters', other, 'name'] }];
  reportIssue(context, specDiagnostics['duplicate-parameter'], {
    parameters: { name },
    at: [index, 'name'],
    place: { related },
  });
}

/** Settings of the pipeline as a whole; most go into the request that creates it, and not into its definition. */
const settings = {
  displayName: literalText(displayName)
    .optional()
    .describe('Name shown in Studio; the form is that of a pipeline name.'),
  roleArn: deployTimeOnly(roleArn())
    .optional()
    .describe('Role that the pipeline itself runs with. Default: made at deployment.'),
  tags: tagsSetting(deployTimeOnly)
    .optional()
    .describe('Tags of the pipeline and of the jobs and models that it makes, at most 50.'),
  parallelism: parallelismSetting.optional().describe('Steps that run at once at most. Default: no limit.'),
  experiment: experimentSetting
    .optional()
    .describe('SageMaker experiment of each execution, or none. Default: named after the pipeline.'),
  mlflow: mlflowSetting.optional().describe('MLflow tracking server that executions log to.'),
  schedule: scheduleSetting
    .optional()
    .describe('When executions start: cron(…), rate(…) or at(…), or a map with a time zone.'),
  onApproval: approvalSetting
    .optional()
    .describe('Starts an execution whenever a model package of the group is approved.'),
  artifacts: artifactsSetting.optional().describe('How long the objects of each prefix are kept, by environment.'),
};

const pipeline = authorObject({
  ...settings,
  description: literalText(text(hasForm({ what: 'the description', longest: 3072 })))
    .optional()
    .describe('What the pipeline does, at most 3072 characters.'),
  parameters: parameters.optional().describe('Values that an execution can set.'),
  networkConfig: networkConfig.optional().describe('Network of the jobs of all steps.'),
  defaults: pipelineDefaults.optional().describe('What every step inherits whose type takes it; a step overrides.'),
  steps: z.array(specStep).min(1).describe('Steps, in any order.'),
}).check(acrossKeys(checkTriggers));

/** Anything; belongs to the MDAA framework. */
const ignored = z.unknown().optional();

/**
 * The spec: a strict superset of the configuration of the MDAA `sagemaker-pipeline` module.
 * Source: facts/mdaa-module, section 1.
 */
export const pipelineSpec = authorObject({
  projectName: deployTimeOnly(projectName).describe('Names resources of the project; at most 32 characters.'),
  pipelineName: deployTimeOnly(pipelineName)
    .optional()
    .describe('Name of the pipeline. Default: <projectName>-sm-pipeline.'),
  domainId: deployTimeOnly(text()).optional().describe('SageMaker domain, for tags.'),
  domainArn: deployTimeOnly(text()).optional().describe('ARN of the SageMaker domain, for tags.'),
  modelPackageGroupName: deployTimeOnly(modelPackageGroup())
    .optional()
    .describe('Model package group that RegisterModel steps use.'),
  createModelPackageGroup: literalOnly(flag())
    .optional()
    .describe('Whether the group is created at deployment. Default: true.'),
  preProdAccountId: deployTimeOnly(accountId()).optional().describe('Account that may read models before production.'),
  prodAccountId: deployTimeOnly(accountId()).optional().describe('Account of production that may read models.'),
  additionalReadBucketNames: z
    .array(deployTimeOnly(bucketName()))
    .optional()
    .describe('Further buckets that jobs may read.'),
  baseJobPrefix: deployTimeOnly(text()).optional().describe('Prefix of job names in policies. Default: projectName.'),
  pipelineBucketName: deployTimeOnly(bucketName())
    .optional()
    .describe('Existing bucket to use; needs pipelineKmsKeyArn.'),
  pipelineKmsKeyArn: deployTimeOnly(arn('kms')).optional().describe('Existing KMS key to use.'),
  pipeline: pipeline.describe('The pipeline.'),
  nag_suppressions: nagSuppressionsSetting
    .optional()
    .describe('Findings of cdk-nag that are meant to be so; the form is that of MDAA.'),
  service_catalog_product_config: ignored.describe('Inherited from MDAA; not deployed by Millrace.'),
  sagemakerBlueprint: ignored.describe('Inherited from MDAA; not deployed by Millrace.'),
}).check(
  acrossKeys((spec, context) => {
    checkApprovalGroup(spec, context);
    if (spec.pipelineBucketName === undefined || spec.pipelineKmsKeyArn !== undefined) return;
    const parameters = {
      given: 'pipelineBucketName',
      missing: 'pipelineKmsKeyArn',
      why: 'objects in the bucket are encrypted with that key',
    };
    reportIssue(context, specDiagnostics['missing-companion'], {
      parameters,
      at: ['pipelineBucketName'],
      place: { target: 'key' },
    });
  }),
);

/** A validated spec. */
export type PipelineSpec = z.output<typeof pipelineSpec>;
