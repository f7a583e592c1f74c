import type { Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { EndpointNetwork } from '../model-endpoint/endpoint-network.js';
import type { RegisteredModels } from '../registered-models/registered-models.js';

/** Settings of {@link BatchInference}. */
export interface BatchInferenceProps extends RegisteredModels {
  /** When it runs: `ScheduleExpression.cron({ hour: '3', minute: '0' })`, with a time zone if need be. */
  readonly schedule: ScheduleExpression;
  readonly input: BatchInput;
  readonly output: BatchOutput;
  readonly compute: BatchCompute;
  /**
   * Role with which the model runs, which may read models and pull images already: `RegistryConsumer.executionRole`.
   * Reading the input, writing the output, logs and volumes are added.
   */
  readonly executionRole: iam.IRole;
  /** Encrypts output, volumes and logs. */
  readonly encryptionKey: kms.IKey;
  /** @default - no network of the author's; containers are isolated from any */
  readonly network?: EndpointNetwork;
  /**
   * Whether containers can open connections.
   * @default false, as Security Hub's SageMaker.5 wants it
   */
  readonly allowOutboundTraffic?: boolean;
  /** Hears of runs that fail, time out or are aborted. */
  readonly notifications: sns.ITopic;
  /**
   * Time after which a run fails, its job stopped.
   * @default Duration.days(1)
   */
  readonly timeout?: Duration;
  /** @default RetentionDays.ONE_YEAR */
  readonly logRetention?: logs.RetentionDays;
}

/** What the state machine is made of. */
export interface BatchWorkflowProps extends BatchInferenceProps {
  /** The beginning of the names of models and jobs. */
  readonly namePrefix: string;
}

/** What is predicted: all objects below a prefix, when the run starts. */
export interface BatchInput {
  readonly bucket: s3.IBucket;
  /** Key prefix, as `prod/churn-sm-pipeline/data/batch-input/`. */
  readonly prefix: string;
  /** MIME type that the model is given, as `text/csv`. */
  readonly contentType: string;
  /**
   * How objects are split into records: `Line`, `RecordIO`, `TFRecord`, or `None` for whole objects (TransformInput).
   * @default 'Line'
   */
  readonly splitType?: 'None' | 'Line' | 'RecordIO' | 'TFRecord';
  /** @default 'None' */
  readonly compressionType?: 'None' | 'Gzip';
}

/** Where predictions go. */
export interface BatchOutput {
  readonly bucket: s3.IBucket;
  /** Key prefix; each run writes below `<prefix>/<execution name>/`. */
  readonly prefix: string;
  /**
   * How predictions of an object are put together (TransformOutput).
   * @default 'Line'
   */
  readonly assembleWith?: 'None' | 'Line';
  /** MIME type of predictions; @default - what the model answers with */
  readonly accept?: string;
}

/** The machines of a run. */
export interface BatchCompute {
  /** SageMaker instance type, as `ml.m5.xlarge`. */
  readonly instanceType: string;
  /**
   * At least 1 (TransformResources).
   * @default 1
   */
  readonly instanceCount?: number;
  /**
   * Requests to one container at the same time, 0 to leave it to SageMaker (CreateTransformJob).
   * @default - what the container asks for, else 1
   */
  readonly maxConcurrentTransforms?: number;
  /**
   * Largest request in MB, 0 to 100 (CreateTransformJob).
   * @default 6
   */
  readonly maxPayloadInMb?: number;
  /**
   * Whether a request holds one record or as many as fit (CreateTransformJob, BatchStrategy).
   * @default 'MultiRecord'
   */
  readonly strategy?: 'SingleRecord' | 'MultiRecord';
}
