import type { PipelineSettings } from '@millrace/compiler';
import { isJsonList, isJsonObject, type Json } from '@millrace/schema';
import { Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';

/**
 * Tags everything around a pipeline: with the tags of the spec, and with the keys by which SageMaker Studio shows what
 * belongs to a project and a domain.
 */
export function tagPlatform(
  scope: Construct,
  { request, platform }: PipelineSettings,
  binder: DeployValueBinder,
): void {
  const { projectName, domainId, domainArn } = platform;
  const tags: readonly (readonly [string, Json | undefined])[] = [
    ['sagemaker:project-name', projectName],
    ['sagemaker:domain-id', domainId],
    ['sagemaker:domain-arn', domainArn],
    ...tagEntries(request.Tags),
  ];
  for (const [key, value] of tags) if (value !== undefined) Tags.of(scope).add(key, binder.text(value));
}

function tagEntries(tags: Json | undefined): readonly (readonly [string, Json | undefined])[] {
  if (!isJsonList(tags)) return [];
  return tags.filter(isJsonObject).map(({ Key, Value }) => [String(Key), Value]);
}
