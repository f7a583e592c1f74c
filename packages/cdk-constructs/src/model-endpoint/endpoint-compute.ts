import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { CfnEndpointConfig } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';
import type { WrongProp } from '../refuse/refuse.js';
import type { RoleStatement } from '../role-policy/role-policy.js';
import type { ResultKind, ResultStore } from './result-store.js';

/** The features of an endpoint that not every kind of compute can have. */
export type EndpointFeature = 'network' | 'dataCapture' | 'canaryInstances';

/** What there is to watch: requests that are answered, machines, a queue. */
export type EndpointWatch = 'requests' | 'machines' | 'queue';

/** The endpoint, as far as scaling needs to know it. */
export interface ScaledVariant {
  /** Of a resource: whoever uses it waits for the endpoint. */
  readonly endpointName: string;
  readonly variantName: string;
  /** `<metric>` of the whole endpoint in the namespace AWS/SageMaker. */
  readonly queueMetric: (metricName: string) => cloudwatch.Metric;
}

/** What of a production variant depends on the compute. */
export type VariantMembers = Pick<
  CfnEndpointConfig.ProductionVariantProperty,
  'instanceType' | 'initialInstanceCount' | 'volumeSizeInGb' | 'serverlessConfig'
>;

/**
 * Where a model runs: {@link RealTimeCompute}, {@link ServerlessCompute} or {@link AsynchronousCompute}. Everything that
 * differs between them is a member here, so that nobody else asks which one it is.
 */
export interface EndpointCompute {
  /** As messages name it. */
  readonly kind: string;
  /** Why a feature cannot be had: AWS's own words, with their place. */
  readonly refused: Readonly<Partial<Record<EndpointFeature, string>>>;
  readonly watches: readonly EndpointWatch[];
  /** The action of callers. */
  readonly invokeAction: string;
  /** Machines whose number is fixed; undefined for none, and where the number changes. */
  readonly fixedInstances: number | undefined;
  /** Whether a key of ours can encrypt what the compute stores (`KmsKeyId` of CreateEndpointConfig). */
  readonly takesVolumeKey: boolean;
  /** Whether an update keeps the number of machines that scaling has come to. */
  readonly keepsScaledCapacity: boolean;
  /** What it leaves in the store by itself. */
  readonly resultKinds: readonly ResultKind[];
  /** All that is wrong with its settings. */
  wrongProps(): readonly WrongProp[];
  variant(): VariantMembers;
  /** Asynchronous only. */
  asyncInference?(results: ResultStore): CfnEndpointConfig.AsyncInferenceConfigProperty;
  /** What the model's role needs besides the model itself. */
  statements?(results: ResultStore): readonly RoleStatement[];
  /** Sets up scaling, below a scope of its own. */
  scale?(scope: Construct, variant: ScaledVariant): void;
}
