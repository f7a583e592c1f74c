import { fingerprint, MODEL_EXECUTION_ROLE_PREFIX, modelConsumerRole } from '@millrace/compiler';
import { Resource, Stack, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import type { ModelArtifactsLocation } from '../model-endpoint/endpoint-model.js';
import { refuse, type WrongProp } from '../refuse/refuse.js';
import { wrongAccounts } from '../refuse/wrong-accounts.js';
import { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { RoleFromModel } from '../render-policy/role-from-model.js';
import { wrongGroupName } from './wrong-group-name.js';

/** Settings of {@link RegistryConsumer}. */
export interface RegistryConsumerProps {
  /** The environment that runs models, as `prod`: part of the name of the role. */
  readonly environment: string;
  /** Account of the registry, twelve digits. */
  readonly registryAccount: string;
  /**
   * Region of the registry. SageMaker makes models only of packages and artifacts of its own region.
   * @default - the region of the stack
   */
  readonly region?: string;
  readonly modelPackageGroupName: string;
  /** The bucket in which the models of the registry lie. */
  readonly bucketName: string;
  /** Prefix of keys below which they lie, as `dev/churn-sm-pipeline/models`. */
  readonly modelsPrefix: string;
  /**
   * ARN of the key of the bucket.
   * @default - any key of the registry's account, for objects of the bucket only: CloudFormation names keys, so an
   * account that is deployed first cannot know it
   */
  readonly keyArn?: string;
  /**
   * ARNs of the ECR repositories of the images that serve the models; those of AWS's images too.
   * @default - none: the role pulls no images
   */
  readonly repositoryArns?: readonly string[];
  /**
   * Name of the role; it must begin with `millrace-model-exec-`, because the registry admits no others. IAM knows a name
   * once in an account, whatever the region.
   * @default - `millrace-model-exec-<environment>-<group>`
   */
  readonly executionRoleName?: string;
}

/**
 * The other side of a {@link ModelRegistry}, in an account that runs its models: the role with which it reads approved
 * packages, their artifacts and images, and nothing else. Its name is fixed, so that the registry can admit it before it
 * exists.
 * @throws Error where a setting is wrong
 */
export class RegistryConsumer extends Resource {
  /** For `ModelEndpoint`, `BatchInference` and whatever else runs models. */
  readonly executionRole: iam.IRole;
  readonly modelPackageGroupName: string;
  readonly modelPackageGroupArn: string;
  /** Where the artifacts of registered models lie. */
  readonly artifacts: ModelArtifactsLocation;

  constructor(scope: Construct, id: string, props: RegistryConsumerProps) {
    super(scope, id);
    refuse(this, wrongSettings(props));
    const { registryAccount: account, modelPackageGroupName, bucketName, keyArn, environment } = props;
    const { region = Stack.of(this).region } = props;
    const prefix = withoutSlash(props.modelsPrefix);
    const renderer = new PolicyRenderer(
      new DeployValueBinder(this, standardDeployValues(this, { environment, projectName: '', values: {} })),
    );
    this.modelPackageGroupName = modelPackageGroupName;
    this.modelPackageGroupArn = Stack.of(this).formatArn({
      service: 'sagemaker',
      account,
      region,
      resource: 'model-package-group',
      resourceName: modelPackageGroupName,
    });
    this.artifacts = { bucketName, prefix, ...(keyArn !== undefined && { keyArn }) };
    this.executionRole = new RoleFromModel(this, 'ExecutionRole', {
      renderer,
      roleName: props.executionRoleName ?? defaultRoleName(props),
      model: modelConsumerRole({
        account,
        region,
        modelPackageGroupName,
        bucket: bucketName,
        modelPrefixes: [`${prefix}/`],
        repositoryArns: props.repositoryArns ?? [],
        ...(keyArn !== undefined && { keyArn }),
      }),
    });
  }
}

const LONGEST_ROLE_NAME = 64;

/** Environment and group; a name that would be too long keeps its beginning, and a fingerprint of the whole. */
function defaultRoleName({ environment, modelPackageGroupName }: RegistryConsumerProps): string {
  const name = `${MODEL_EXECUTION_ROLE_PREFIX}${environment}-${modelPackageGroupName}`;
  if (name.length <= LONGEST_ROLE_NAME) return name;
  const mark = `-${fingerprint(name)}`;
  return `${name.slice(0, LONGEST_ROLE_NAME - mark.length)}${mark}`;
}

function withoutSlash(prefix: string): string {
  return prefix.replace(/\/+$/, '');
}

function wrongSettings(props: RegistryConsumerProps): readonly WrongProp[] {
  const { registryAccount, modelPackageGroupName, executionRoleName, environment } = props;
  return [
    ...wrongAccounts('registryAccount', [registryAccount]),
    ...wrongGroupName(modelPackageGroupName),
    ...wrongRoleName(executionRoleName),
    ...(executionRoleName === undefined ? wrongNameParts({ environment, modelPackageGroupName }) : []),
  ];
}

function wrongRoleName(given: string | undefined): readonly WrongProp[] {
  if (given === undefined || given.startsWith(MODEL_EXECUTION_ROLE_PREFIX)) return [];
  const allowed = `a name that begins with ${MODEL_EXECUTION_ROLE_PREFIX}`;
  return [{ prop: 'executionRoleName', given, allowed, help: 'The registry admits no other roles.' }];
}

/** The registry must know the beginning of the name, and a name of a token's length cannot be shortened. */
function wrongNameParts(parts: Readonly<Record<string, string>>): readonly WrongProp[] {
  return Object.entries(parts)
    .filter(([, given]) => Token.isUnresolved(given))
    .map(([prop, given]) => ({
      prop,
      given,
      allowed: 'text',
      help: 'The name of the role is made of it; give executionRoleName where it is only known at deployment.',
    }));
}
