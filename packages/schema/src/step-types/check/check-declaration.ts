import { PROCESSING_PERMISSIONS, PROCESSING_ROLE } from '../processing/processing-job.js';
import type { StepTypeFacts } from '../step-type-facts.js';

/** Members beside `Arguments` that both kinds of checks have. */
export const CHECK_SIBLINGS = [
  'CheckType',
  'ModelPackageGroupName',
  'SkipCheck',
  'FailOnViolation',
  'RegisterNewBaseline',
  'SuppliedBaselineConstraints',
] as const;

/** What is true of both kinds of checks, except for what a cache hit compares. */
export function checkFacts(cacheAttributes: readonly string[]): StepTypeFacts {
  return {
    execution: 'container-job',
    cache: { attributes: cacheAttributes },
    // The published schema has retry policies here; neither the SDK nor the list of the documentation has.
    retry: false,
    propertyFiles: false,
    dependable: true,
    jobNameVariable: 'ProcessingJobName',
    settings: ['environment', 'network', 'roleArn', 'kmsKeyArn', 'tags'],
    permissions: [
      ...PROCESSING_PERMISSIONS,
      {
        sid: 'ReadBaselines',
        actions: ['sagemaker:ListModelPackages', 'sagemaker:DescribeModelPackage'],
        on: [{ kind: 'named', type: 'model-package', member: 'ModelPackageGroupName', below: '/*' }],
        why: 'reads the baselines of the latest approved version of a group, which checks compare with',
        when: 'ModelPackageGroupName',
      },
    ],
    passedRoles: [PROCESSING_ROLE],
    billing: 'instance-seconds',
  };
}
