import { bindDeployValues, type DeployValues } from '@millrace/compiler';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type PipelineDefinition,
  partitionOf,
  placedSteps,
} from '@millrace/schema';

/** ARNs of the ECR repositories of the images with which the registered models of a pipeline are served. */
export function servingRepositories(definition: PipelineDefinition, values: DeployValues): readonly string[] {
  const images = placedSteps(definition)
    .filter(({ step }) => step.Arguments['ModelPackageGroupName'] !== undefined)
    .flatMap(({ step }) => membersNamed(step.Arguments, 'Image'))
    .map((image) => bindDeployValues(image, values).value);
  return [...new Set(images.flatMap((image) => (typeof image === 'string' ? repositoryArns(image) : [])))].sort();
}

/** All values of a member, at any depth. */
function membersNamed(value: Json, name: string): readonly Json[] {
  if (isJsonList(value)) return value.flatMap((item) => membersNamed(item, name));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === name ? [member] : membersNamed(member, name)));
}

/** `<account>.dkr.ecr.<region>.<domain>/<repository>[:<tag>|@<digest>]`; other registries need no grant of AWS. */
function repositoryArns(image: string): readonly string[] {
  const [, account, region, repository] = /^([^.]+)\.dkr\.ecr\.([^.]+)\.[^/]+\/([^:@]+)/.exec(image) ?? [];
  if (account === undefined || region === undefined) return [];
  return [`arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}`];
}
