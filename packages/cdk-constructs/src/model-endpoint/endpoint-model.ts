import { Aws, Fn, Token } from 'aws-cdk-lib';
import type { CfnModel } from 'aws-cdk-lib/aws-sagemaker';
import type { WrongProp } from '../refuse/refuse.js';

/** Objects of a bucket that a model is made of. */
export interface ModelArtifactsLocation {
  readonly bucketName: string;
  /** Key prefix without a slash at the end, as `prod/churn-sm-pipeline/models`. */
  readonly prefix: string;
  /** @default - the key of the endpoint's artifact store */
  readonly keyArn?: string;
}

/** A model by its version in a registry. */
export interface RegisteredModel {
  /** ARN of the model package (version); may be a token or the value of a parameter of the Systems Manager. */
  readonly modelPackageArn: string;
  /**
   * Where the package's artifacts lie.
   * @default - below `<environment>/<pipeline>/models` of the endpoint's artifact store
   */
  readonly artifacts?: ModelArtifactsLocation;
  /**
   * ARNs of the ECR repositories of the package's images; the package does not say before deployment. Needed unless an
   * `executionRole` is given.
   */
  readonly imageRepositoryArns?: readonly string[];
}

/** A model by its image and artifact. */
export interface UnregisteredModel {
  /** ECR image, as `123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn@sha256:…`. */
  readonly imageUri: string;
  /**
   * `s3://…/model.tar.gz`.
   * @default - the image holds the model
   */
  readonly modelDataUrl?: string;
  /**
   * ARN of the key of `modelDataUrl`.
   * @default - the key of the endpoint's artifact store
   */
  readonly modelDataKeyArn?: string;
  /** Variables of the container. */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default - the repository of `imageUri`, which then must not be a token */
  readonly imageRepositoryArns?: readonly string[];
}

/** What an endpoint serves. */
export type EndpointModel = RegisteredModel | UnregisteredModel;

/** What the role of a model must be able to read: ARNs, those of objects with `*` for what is named later. */
export interface ModelReads {
  readonly objects: readonly string[];
  readonly keyArns: readonly string[];
  readonly repositories: readonly string[];
}

/** The model's container. */
export function containerOf(model: EndpointModel): CfnModel.ContainerDefinitionProperty {
  if ('modelPackageArn' in model) return { modelPackageName: model.modelPackageArn };
  const { imageUri: image, modelDataUrl, environment } = model;
  return { image, ...(modelDataUrl !== undefined && { modelDataUrl }), ...(environment && { environment }) };
}

/** What is to be read of a model; `store` is where registered models lie unless they say otherwise. */
export function readsOf(model: EndpointModel, store: Required<ModelArtifactsLocation>): ModelReads {
  const repositories = repositoriesOf(model) ?? [];
  if ('modelPackageArn' in model) {
    const { bucketName, prefix, keyArn = store.keyArn } = model.artifacts ?? store;
    return { objects: [`arn:${Aws.PARTITION}:s3:::${bucketName}/${prefix}/*`], keyArns: [keyArn], repositories };
  }
  const { modelDataUrl, modelDataKeyArn = store.keyArn } = model;
  if (modelDataUrl === undefined) return { objects: [], keyArns: [], repositories };
  // Works for a token as well, which cannot be taken apart before deployment.
  const object = Fn.select(1, Fn.split('s3://', modelDataUrl));
  return { objects: [`arn:${Aws.PARTITION}:s3:::${object}`], keyArns: [modelDataKeyArn], repositories };
}

/** What is wrong with a model; `ownRole`: its role is given, and may read it already. */
export function wrongModel(model: EndpointModel, ownRole: boolean): readonly WrongProp[] {
  const { modelDataUrl } = 'imageUri' in model ? model : {};
  const wrong: WrongProp[] = 'modelPackageArn' in model ? wrongPackage(model.modelPackageArn) : [];
  if (modelDataUrl !== undefined && !Token.isUnresolved(modelDataUrl) && !/^s3:\/\/[^/]+\/.+/.test(modelDataUrl))
    wrong.push({
      prop: 'model.modelDataUrl',
      given: modelDataUrl,
      allowed: 's3://BUCKET/KEY',
      help: 'Name the object that the training job wrote.',
    });
  if (!ownRole && repositoriesOf(model) === undefined)
    wrong.push({
      prop: 'model.imageRepositoryArns',
      given: undefined,
      allowed: 'the ARNs of the ECR repositories of the images',
      help: 'The role may pull from them only; where they are not known, pass an executionRole that may pull.',
    });
  return wrong;
}

/** The pattern of `ModelPackageName` in CreateModel, for ARNs. */
function wrongPackage(arn: string): WrongProp[] {
  const isArn = /^arn:aws[a-z-]*:sagemaker:[a-z\d-]+:\d{12}:model-package\/[a-zA-Z\d-]+\/\d+$/.test(arn);
  if (isArn || Token.isUnresolved(arn)) return [];
  const allowed = 'arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION';
  const help = 'Give the ARN of the version, or the SSM parameter that holds it.';
  return [{ prop: 'model.modelPackageArn', given: arn, allowed, help }];
}

function repositoriesOf(model: EndpointModel): readonly string[] | undefined {
  if (model.imageRepositoryArns !== undefined || !('imageUri' in model)) return model.imageRepositoryArns;
  const parts = /^(\d{12})\.dkr\.ecr\.([a-z\d-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(model.imageUri);
  if (Token.isUnresolved(model.imageUri) || parts === null) return undefined;
  const [, account, region, name] = parts;
  return [`arn:${Aws.PARTITION}:ecr:${region}:${account}:repository/${name}`];
}
