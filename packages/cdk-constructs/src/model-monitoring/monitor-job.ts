import { createHash } from 'node:crypto';
import { Duration, Names, Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { EndpointNetwork } from '../model-endpoint/endpoint-network.js';
import { takesVolumeKey } from '../volume-key/takes-volume-key.js';
import type {
  DataWindow,
  MonitorSettings,
  PredictionAttributes,
  StoredObject,
  StoredPrefix,
} from './monitor-settings.js';

/** What all monitors of an endpoint share. */
export interface MonitorSurroundings {
  readonly endpointName: string;
  readonly roleArn: string;
  readonly bucket: s3.IBucket;
  readonly key: kms.IKey;
  /** Key prefix of results, without a slash at its end. */
  readonly outputPrefix: string;
  readonly network: EndpointNetwork | undefined;
}

/** Settings of {@link MonitorJob}. */
export interface MonitorJobProps {
  readonly surroundings: MonitorSurroundings;
  readonly settings: MonitorSettings;
  readonly imageUri: string;
  readonly isolated: boolean;
  /** Names the results of this monitor below the prefix of all. */
  readonly type: string;
}

const LOCAL = '/opt/ml/processing';

/** The members that the four requests for job definitions have in common; each names them a little differently. */
export class MonitorJob {
  readonly roleArn: string;
  readonly imageUri: string;

  constructor(
    private readonly scope: Construct,
    private readonly props: MonitorJobProps,
  ) {
    this.roleArn = props.surroundings.roleArn;
    this.imageUri = props.imageUri;
  }

  /**
   * A name that follows from all else: a changed definition is another one, which the schedule moves over to before the
   * old one goes. SageMaker cannot change definitions, and CloudFormation's own names do not reach the schedule in lower case.
   */
  named(properties: object): string {
    const resolved = JSON.stringify(Stack.of(this.scope).resolve(properties));
    const hash = createHash('sha256').update(resolved).digest('hex').slice(0, 12);
    return `${Names.uniqueResourceName(this.scope, { maxLength: 50, separator: '-' }).toLowerCase()}-${hash}`;
  }

  uri({ bucket, key }: StoredObject): string {
    return (bucket ?? this.props.surroundings.bucket).s3UrlForObject(key);
  }

  prefixUri({ bucket, prefix }: StoredPrefix): string {
    return this.uri({ ...(bucket && { bucket }), key: prefix });
  }

  endpointInput({ inferenceAttribute, probabilityAttribute, ...further }: PredictionAttributes & DataWindow) {
    const { probabilityThreshold, startTimeOffset, endTimeOffset } = further;
    return {
      endpointName: this.props.surroundings.endpointName,
      localPath: `${LOCAL}/input/endpoint`,
      s3InputMode: 'File',
      s3DataDistributionType: 'FullyReplicated',
      ...(inferenceAttribute !== undefined && { inferenceAttribute }),
      ...(probabilityAttribute !== undefined && { probabilityAttribute }),
      ...(probabilityThreshold !== undefined && { probabilityThresholdAttribute: probabilityThreshold }),
      ...(startTimeOffset !== undefined && { startTimeOffset }),
      ...(endTimeOffset !== undefined && { endTimeOffset }),
    };
  }

  get outputConfig() {
    const { bucket, key, outputPrefix } = this.props.surroundings;
    const s3Uri = bucket.s3UrlForObject(`${outputPrefix}/${this.props.type}`);
    return {
      kmsKeyId: key.keyArn,
      monitoringOutputs: [{ s3Output: { s3Uri, localPath: `${LOCAL}/output`, s3UploadMode: 'EndOfJob' } }],
    };
  }

  get jobResources() {
    const { instanceType = DEFAULT_INSTANCE_TYPE, instanceCount = 1, volumeSizeInGb = 20 } = this.props.settings;
    const volumeKmsKeyId = this.props.surroundings.key.keyArn;
    const volumeKey = takesVolumeKey(instanceType) && { volumeKmsKeyId };
    return { clusterConfig: { instanceType, instanceCount, volumeSizeInGb, ...volumeKey } };
  }

  get networkConfig() {
    const { network } = this.props.surroundings;
    const securityGroupIds = network?.securityGroups.map(({ securityGroupId }) => securityGroupId);
    return {
      enableInterContainerTrafficEncryption: true,
      enableNetworkIsolation: this.props.isolated,
      ...(network && securityGroupIds && { vpcConfig: { subnets: [...network.subnetIds], securityGroupIds } }),
    };
  }

  get stoppingCondition() {
    return { maxRuntimeInSeconds: (this.props.settings.maxRuntime ?? Duration.minutes(30)).toSeconds() };
  }
}

/** The type of machines where nobody says another. */
export const DEFAULT_INSTANCE_TYPE = 'ml.m5.xlarge';

/** Makes the container write its metrics, which SageMaker then publishes. */
export const EMIT_METRICS = { publish_cloudwatch_metrics: 'Enabled' };
