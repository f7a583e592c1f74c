import type { PlatformInput, PlatformText } from '@millrace/compiler';
import { isJsonList, isJsonObject } from '@millrace/schema';

/**
 * The tags of everything around a pipeline: the author's own, and those by which SageMaker Studio shows resources in a
 * domain and a project ("Multiple domains overview"; the project's is MDAA's).
 */
export function pipelineTags({ settings }: Pick<PlatformInput, 'settings'>): ReadonlyMap<string, PlatformText> {
  const { projectName, domainId, domainArn } = settings.platform;
  return new Map([
    ['sagemaker:project-name', projectName],
    ...(domainId === undefined ? [] : [['sagemaker:domain-id', domainId] as const]),
    ...(domainArn === undefined ? [] : [['sagemaker:domain-arn', domainArn] as const]),
    ...tagsOfAuthor(settings.request.Tags),
  ]);
}

function tagsOfAuthor(tags: PlatformText | undefined): readonly (readonly [string, PlatformText])[] {
  return (isJsonList(tags ?? null) ? (tags as readonly PlatformText[]) : []).flatMap((tag) =>
    isJsonObject(tag) ? [[String(tag['Key']), tag['Value'] ?? ''] as const] : [],
  );
}
