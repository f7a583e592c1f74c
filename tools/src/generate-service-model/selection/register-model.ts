import type { SelectedStepType } from '../service-model-selection.js';

export const registerModel: SelectedStepType = {
  stepType: 'RegisterModel',
  request: 'CreateModelPackage',
  describe: ['DescribeModelPackage'],
  changes: [
    {
      member: 'ModelPackageName',
      change: 'refuse',
      reason: 'a pipeline registers into a group: use ModelPackageGroupName',
      source: 'aws/sagemaker-python-sdk pull request 3472: "Unknown Argument member \'ModelPackageName\'"',
    },
    {
      member: 'CertifyForMarketplace',
      change: 'refuse',
      reason: 'SageMaker Pipelines cannot certify a package for AWS Marketplace',
      source: 'SDK workflow/_utils.py: "not available in the workflow service and will cause rejection"',
    },
  ],
};
