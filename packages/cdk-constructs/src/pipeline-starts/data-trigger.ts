import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EventRoute } from '../event-route/event-route.js';
import { type StartedPipeline, startStatement } from './started-pipeline.js';

/** New objects that start executions. */
export interface DataArrival {
  /** Its events must go to EventBridge: `eventBridgeEnabled: true`, or `enableEventBridgeNotification()`. */
  readonly bucket: s3.IBucket;
  /** The beginning of the keys, as `incoming/`. Where jobs of the pipeline write below it, it would start itself. */
  readonly prefix: string;
}

/** Settings of {@link DataTrigger}. */
export interface DataTriggerProps extends DataArrival {
  readonly pipeline: StartedPipeline;
}

/**
 * Starts an execution for each new object below a prefix (S3 User Guide, "Amazon S3 Event Notifications with
 * EventBridge"). A rule cannot hand the object to the execution: parameters of a SageMaker target are literals, so the
 * pipeline reads the whole prefix.
 */
export class DataTrigger extends Construct {
  constructor(scope: Construct, id: string, { pipeline, bucket, prefix }: DataTriggerProps) {
    super(scope, id);
    new EventRoute(this, 'Route', {
      description: `Starts ${pipeline.pipelineName} when new data arrives.`,
      pattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix }] } },
      },
      targetArn: pipeline.pipelineArn,
      statements: [startStatement(pipeline)],
    });
  }
}
