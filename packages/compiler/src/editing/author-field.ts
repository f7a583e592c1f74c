import { isJsonList, isJsonObject, type Json, type JsonObject, objectFromEntries, type Path } from '@millrace/schema';
import { authorValue, shortDuration, timeSpanOf } from './author-value.js';

/** Where an author says what stands in a member of a definition. */
export interface AuthorField {
  /** Names of members that follow each other in a definition, anywhere in a step. */
  readonly member: readonly string[];
  /** Beside the body of the step, or in it (in an entry of a list of the body, where the member stands in one). */
  readonly scope: 'step' | 'body';
  readonly field: readonly string[];
  /** What the author writes for the whole member, by the keys below the field; undefined where a spec cannot say it. */
  readonly write?: (value: Json) => Json | undefined;
}

/**
 * The author's words for members of definitions, the most usual first. Whether a word holds for a step is not said here:
 * a translation is compiled, and taken only where it comes to the definition that is wanted.
 */
export const AUTHOR_FIELDS: readonly AuthorField[] = [
  { member: ['VpcConfig'], scope: 'step', field: ['network'], write: writeNetwork },
  { member: ['VpcConfig', 'Subnets'], scope: 'step', field: ['network', 'subnetIds'] },
  { member: ['VpcConfig', 'SecurityGroupIds'], scope: 'step', field: ['network', 'securityGroupIds'] },
  { member: ['EnableNetworkIsolation'], scope: 'step', field: ['network', 'enableNetworkIsolation'] },
  { member: ['EnableNetworkIsolation'], scope: 'body', field: ['enableNetworkIsolation'] },
  {
    member: ['EnableInterContainerTrafficEncryption'],
    scope: 'step',
    field: ['network', 'encryptInterContainerTraffic'],
  },
  { member: ['VolumeKmsKeyId'], scope: 'step', field: ['kmsKeyArn'] },
  { member: ['KmsKeyId'], scope: 'step', field: ['kmsKeyArn'] },
  { member: ['RoleArn'], scope: 'step', field: ['roleArn'] },
  { member: ['ExecutionRoleArn'], scope: 'step', field: ['roleArn'] },
  { member: ['Environment'], scope: 'step', field: ['environment'] },
  { member: ['Tags'], scope: 'step', field: ['tags'], write: writeTags },
  { member: ['CacheConfig'], scope: 'step', field: ['cache'], write: writeCache },
  { member: ['RetryPolicies'], scope: 'step', field: ['retry'], write: () => 'transient' },
  { member: ['RetryPolicies'], scope: 'step', field: ['retry'], write: writeRetry },
  { member: ['DependsOn'], scope: 'step', field: ['dependsOn'] },
  { member: ['DisplayName'], scope: 'step', field: ['displayName'] },
  { member: ['Description'], scope: 'step', field: ['description'] },
  { member: ['MaxRuntimeInSeconds'], scope: 'body', field: ['maxRuntime'], write: timeSpanOf },
  { member: ['EnableManagedSpotTraining'], scope: 'body', field: ['spot'], write: writeSpot },
  { member: ['MaxWaitTimeInSeconds'], scope: 'body', field: ['spot', 'maxWait'], write: timeSpanOf },
  { member: ['CheckpointConfig', 'S3Uri'], scope: 'body', field: ['spot', 'checkpoints'] },
  { member: ['CheckpointConfig', 'LocalPath'], scope: 'body', field: ['spot', 'checkpointPath'] },
  { member: ['KeepAlivePeriodInSeconds'], scope: 'body', field: ['keepAlive'], write: timeSpanOf },
  { member: ['ModelApprovalStatus'], scope: 'body', field: ['approvalStatus'] },
  { member: ['CustomerMetadataProperties'], scope: 'body', field: ['customerMetadata'] },
  { member: ['MetadataProperties'], scope: 'body', field: ['metadata'], write: writeCamelCase },
  { member: ['HyperParameters'], scope: 'body', field: ['hyperparameters'] },
  { member: ['InstanceType'], scope: 'body', field: ['instanceType'] },
  { member: ['InstanceCount'], scope: 'body', field: ['instanceCount'] },
  { member: ['VolumeSizeInGB'], scope: 'body', field: ['volumeSizeInGB'] },
  { member: ['ImageUri'], scope: 'body', field: ['imageUri'] },
  { member: ['TrainingImage'], scope: 'body', field: ['imageUri'] },
  { member: ['Image'], scope: 'body', field: ['imageUri'] },
  { member: ['S3OutputPath'], scope: 'body', field: ['outputPath'] },
  { member: ['S3Uri'], scope: 'body', field: ['s3Uri'] },
];

/** A word for a member of a step, and how far the member reaches into the path. */
export interface FoundField {
  readonly field: AuthorField;
  readonly end: number;
}

/** The author's words for what a path inside of a step leads to, or is a part of. */
export function fieldsFor(path: Path): readonly FoundField[] {
  return AUTHOR_FIELDS.flatMap((field) => {
    const { member } = field;
    const at = path.findIndex((_, index) => member.every((name, offset) => path[index + offset] === name));
    return at === -1 ? [] : [{ field, end: at + member.length }];
  });
}

function writeNetwork(value: Json): Json | undefined {
  if (!isJsonObject(value)) return undefined;
  const { Subnets: subnetIds, SecurityGroupIds: securityGroupIds, ...others } = value;
  if (Object.keys(others).length > 0 || subnetIds === undefined || securityGroupIds === undefined) return undefined;
  return authorValue({ subnetIds, securityGroupIds });
}

function writeTags(value: Json): Json | undefined {
  if (!isJsonList(value)) return undefined;
  const tags: [string, Json][] = [];
  for (const tag of value) {
    const { Key, Value } = isJsonObject(tag) ? tag : {};
    if (typeof Key !== 'string' || Value === undefined) return undefined;
    tags.push([Key, Value]);
  }
  return authorValue(objectFromEntries(tags));
}

function writeCache(value: Json): Json | undefined {
  if (!isJsonObject(value)) return undefined;
  const { Enabled, ExpireAfter } = value;
  if (Enabled === false) return 'none';
  return typeof ExpireAfter === 'string' ? shortDuration(ExpireAfter) : undefined;
}

function writeSpot(value: Json): Json | undefined {
  return value === true ? {} : value === false ? false : undefined;
}

const POLICY_KEYS: ReadonlyMap<string, string> = new Map([
  ['ExceptionType', 'exceptions'],
  ['ExpireAfterMin', 'expireAfterMinutes'],
]);

function writeRetry(value: Json): Json | undefined {
  if (!isJsonList(value)) return undefined;
  return authorValue(
    value.map((policy) =>
      isJsonObject(policy) ? renamed(policy, (key) => POLICY_KEYS.get(key) ?? camelCase(key)) : policy,
    ),
  );
}

function writeCamelCase(value: Json): Json | undefined {
  return isJsonObject(value) ? authorValue(renamed(value, camelCase)) : undefined;
}

function renamed(object: JsonObject, rename: (key: string) => string): JsonObject {
  return objectFromEntries(Object.entries(object).map(([key, value]) => [rename(key), value]));
}

/** AWS's name as an author writes it. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
