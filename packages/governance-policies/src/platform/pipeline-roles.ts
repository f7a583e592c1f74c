import type { Json } from '@millrace/schema';
import type { TemplateContext } from '../template/template-context.js';
import type { TemplateResource } from '../template/template-resource.js';
import { textOf } from './text-of.js';

/** The role of a pipeline, as far as a template or its environment shows it. */
export interface PipelineRole {
  /** Its ARN: `<resource:PipelineRole.Arn>` for a role of the template. */
  readonly arn: string;
  readonly resource: TemplateResource | undefined;
}

/** The roles with which the pipelines of a template run; that of the environment where the template has no pipeline. */
export function pipelineRoles(context: TemplateContext): readonly PipelineRole[] {
  const given = context.ofType('AWS::SageMaker::Pipeline').flatMap(({ properties: { RoleArn: arn } }) => arn ?? []);
  if (given.length > 0) return given.map((arn) => ({ arn: textOf(context, arn), resource: context.resourceOf(arn) }));
  const ofEnvironment = context.deployValue('pipelineRoleArn');
  return ofEnvironment === undefined ? [] : [{ arn: ofEnvironment, resource: undefined }];
}

/** How the ARN of a role ends, where its name is known: `role/churn-pipeline`. */
export function roleName({ arn, resource }: PipelineRole, context: TemplateContext): string | undefined {
  const name: Json | undefined = resource?.properties['RoleName'];
  if (name !== undefined) return textOf(context, name);
  return /:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
}
