import { Construct } from 'constructs';
import { EventRoute } from '../event-route/event-route.js';
import { type StartedPipeline, startStatement } from './started-pipeline.js';

/** Settings of {@link ApprovalTrigger}. */
export interface ApprovalTriggerProps {
  readonly pipeline: StartedPipeline;
  /** The group whose approvals count. */
  readonly modelPackageGroupName: string;
}

/** Starts an execution when a version of a group is approved (event "SageMaker Model Package State Change"). */
export class ApprovalTrigger extends Construct {
  constructor(scope: Construct, id: string, { pipeline, modelPackageGroupName }: ApprovalTriggerProps) {
    super(scope, id);
    new EventRoute(this, 'Route', {
      description: `Starts ${pipeline.pipelineName} when a model is approved.`,
      pattern: {
        source: ['aws.sagemaker'],
        detailType: ['SageMaker Model Package State Change'],
        detail: { ModelPackageGroupName: [modelPackageGroupName], ModelApprovalStatus: ['Approved'] },
      },
      targetArn: pipeline.pipelineArn,
      statements: [startStatement(pipeline)],
    });
  }
}
