import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * A role that SageMaker takes on to run a model, for endpoints of this account and region only. AWS documents exactly
 * this form: "Do not replace the aws:SourceArn in this template with the full ARN of a specific model or endpoint"
 * ("Cross-service confused deputy prevention", SageMaker Inference).
 */
export class ModelExecutionRole extends iam.Role {
  constructor(scope: Construct, id: string) {
    const { partition, region, account } = Stack.of(scope);
    super(scope, id, {
      description: 'Runs a model behind a SageMaker endpoint.',
      assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:sagemaker:${region}:${account}:*` },
        },
      }),
    });
  }
}
