import { createHash } from 'node:crypto';
import type { PlacedCode } from '@millrace/compiler';
import { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import {
  BucketDeployment,
  type DeploymentSourceContext,
  type ISource,
  Source,
  type SourceConfig,
} from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { RolePolicy } from '../role-policy/role-policy.js';
import { acknowledgeDeployment, ContentDeployer } from './content-deployer.js';
import { deployerStatements } from './deployer-statements.js';
import { stageCode } from './stage-code.js';

/**
 * The longest definition that stands in the template, in bytes of UTF-8 as they stand there, references included.
 * SageMaker takes longer ones in a request too, but its clients hand those over by S3 (SageMaker Python SDK,
 * `Pipeline._create_args`: 100 KiB).
 */
export const LONGEST_INLINE_DEFINITION = 100 * 1024;

/** Settings of {@link PipelineContent}. */
export interface PipelineContentProps {
  readonly bucket: s3.IBucket;
  /** The key that the bucket is encrypted with. */
  readonly key: kms.IKey;
  /** `<environment>/<pipeline>/code`, where everything lies below the hash of its content. */
  readonly prefix: string;
  readonly code: readonly PlacedCode[];
  /** The definition as JSON, with tokens in it. */
  readonly definition: string;
}

/**
 * What a pipeline takes from its bucket: local scripts, and a definition too long for the template. Both lie below the
 * hash of their content, so a change is a new key, executions that are under way keep theirs, and the pipeline is
 * updated. What was deployed before is kept.
 */
export class PipelineContent extends Construct {
  /** The property `PipelineDefinition` of `AWS::SageMaker::Pipeline`. */
  readonly definition: object;
  /** Hashes of everything that this version of the pipeline names. */
  readonly hashes: readonly string[];

  constructor(scope: Construct, id: string, props: PipelineContentProps) {
    super(scope, id);
    const { bucket, prefix, code, definition } = props;
    const resolved = JSON.stringify(Stack.of(this).resolve(definition));
    const isLong = Buffer.byteLength(resolved) >= LONGEST_INLINE_DEFINITION;
    const sha256 = createHash('sha256').update(resolved).digest('hex');
    const file = `${sha256}/definition.json`;
    this.hashes = [...code.map((each) => each.sha256), ...(isLong ? [sha256] : [])].sort();
    this.definition = isLong
      ? { PipelineDefinitionS3Location: { Bucket: bucket.bucketName, Key: `${prefix}/${file}` } }
      : { PipelineDefinitionBody: definition };
    const sources = [...codeSources(code), ...(isLong ? [Source.data(file, definition)] : [])];
    if (sources.length > 0)
      this.#deploy(
        sources.map((source) => new KnownSource(source)),
        props,
      );
  }

  #deploy(sources: readonly KnownSource[], place: PipelineContentProps): void {
    const { role, logGroup } = ContentDeployer.of(this, place.key);
    const deployment = new BucketDeployment(this, 'Deployment', {
      sources: [...sources],
      destinationBucket: place.bucket,
      destinationKeyPrefix: place.prefix,
      // What the CDK would add to the role covers the whole bucket.
      role: role.withoutPolicyUpdates(),
      logGroup,
      // Executions under way still read what older versions named; retirement lets it go later.
      prune: false,
      retainOnDelete: true,
      outputObjectKeys: false,
    });
    const statements = deployerStatements(
      place,
      sources.flatMap(({ archive }) => archive ?? []),
    );
    deployment.node.addDependency(new RolePolicy(this, 'Policy', { role, statements }));
    acknowledgeDeployment(deployment);
  }
}

/** A source that remembers the archive that it became. */
class KnownSource implements ISource {
  archive?: SourceConfig;

  constructor(private readonly source: ISource) {}

  bind(scope: Construct, context?: DeploymentSourceContext): SourceConfig {
    this.archive = this.source.bind(scope, context);
    return this.archive;
  }
}

function codeSources(code: readonly PlacedCode[]): ISource[] {
  return code.length === 0 ? [] : [Source.asset(stageCode(code))];
}
