import type * as events from 'aws-cdk-lib/aws-events';

/** What SageMaker calls the event ("Events that Amazon SageMaker AI sends to Amazon EventBridge"). */
export const APPROVAL_DETAIL_TYPE = 'SageMaker Model Package State Change';

/** Versions of a group that become approved, in the account of the registry. */
export function approvalPattern(modelPackageGroupName: string, registryAccount: string): events.EventPattern {
  return {
    account: [registryAccount],
    source: ['aws.sagemaker'],
    detailType: [APPROVAL_DETAIL_TYPE],
    detail: { ModelPackageGroupName: [modelPackageGroupName], ModelApprovalStatus: ['Approved'] },
  };
}
