import { jobRoleOf, pipelineRoleOf, type RoleModel } from '@millrace/compiler';
import { Annotations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { RoleFromModel } from '../render-policy/role-from-model.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';
import type { PipelineValues } from './pipeline-values.js';

/** The role of the pipeline: the given one, the one that the spec names, or one that may do what the steps need. */
export function pipelineRole(scope: Construct, props: MlPipelineProps, values: PipelineValues): iam.IRole {
  if (props.role !== undefined) return props.role;
  const { existingPipelineRoleArn } = props.source.pipeline.settings.platform;
  if (existingPipelineRoleArn !== undefined) {
    const arn = values.binder.text(existingPipelineRoleArn);
    return iam.Role.fromRoleArn(scope, 'PipelineRole', arn, { mutable: false });
  }
  return makeRole(scope, 'PipelineRole', { model: pipelineRoleOf(props.source.pipeline), props, values });
}

/** The role of the jobs; undefined where no step has a job that works with it. */
export function jobRole(scope: Construct, props: MlPipelineProps, values: PipelineValues): iam.IRole | undefined {
  if (props.jobRole !== undefined) return props.jobRole;
  const model = jobRoleOf(props.source.pipeline);
  return model.trust.length === 0 ? undefined : makeRole(scope, 'JobRole', { model, props, values });
}

interface RoleWish {
  readonly model: RoleModel;
  readonly props: MlPipelineProps;
  readonly values: PipelineValues;
}

function makeRole(scope: Construct, id: string, { model, props, values }: RoleWish): iam.IRole {
  const { permissionsBoundary } = props;
  const { renderer } = values;
  for (const gap of model.gaps) Annotations.of(scope).addWarningV2('millrace:role-gap', gap);
  return new RoleFromModel(scope, id, { model, renderer, ...(permissionsBoundary && { permissionsBoundary }) });
}
