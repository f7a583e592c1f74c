import type { AcceptedFinding } from './judge-findings.js';

/** What cfn-lint says of the templates, and is right to say, and what nobody needs to change. */
export const acceptedByCfnLint: readonly AcceptedFinding[] = [
  ...['AWS::Lambda::Function', 'AWS::StepFunctions::StateMachine'].map((resourceType) => ({
    check: 'W3005',
    resourceType,
    reason:
      'The CDK adds DependsOn for the role together with its policies, and the policies are needed; that the role is ' +
      'named twice changes nothing.',
  })),
];

/** What checkov finds in the templates, and is no defect. */
export const acceptedByCheckov: readonly AcceptedFinding[] = [
  {
    check: 'CKV_AWS_18',
    resourceType: 'AWS::S3::Bucket',
    reason: 'The bucket that receives access logs: logging its own writes into itself would never end (S3 user guide).',
  },
  {
    check: 'CKV_AWS_370',
    resourceType: 'AWS::SageMaker::Model',
    reason:
      'A serverless endpoint takes no model with network isolation (SageMaker developer guide, feature exclusions).',
  },
  {
    check: 'CKV_AWS_117',
    resourceType: 'AWS::Lambda::Function',
    reason:
      'It calls nothing but AWS APIs and reads no data of the project; in a VPC it would need an endpoint of each ' +
      'service, and could reach more than now.',
  },
  ...['CKV_AWS_109', 'CKV_AWS_111'].map((check) => ({
    check,
    resourceType: 'AWS::IAM::ManagedPolicy',
    reason:
      'The network interfaces of jobs and models in a VPC: SageMaker checks that these actions of EC2 are allowed on all ' +
      'resources and without conditions (SageMaker developer guide, roles).',
  })),
];
