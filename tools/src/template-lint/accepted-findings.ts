import type { AcceptedFinding } from './judge-findings.js';

/** What cfn-lint says of the templates, and is right to say, and what nobody needs to change. */
export const acceptedByCfnLint: readonly AcceptedFinding[] = [
  ...['AWS::Lambda::Function', 'AWS::SageMaker::Pipeline', 'AWS::StepFunctions::StateMachine'].map((resourceType) => ({
    check: 'W3005',
    resourceType,
    reason:
      'The CDK adds DependsOn for the role together with its policies, and the policies are needed; that the role is ' +
      'named twice changes nothing.',
  })),
];

/** Functions that work while CloudFormation deploys, and then never again. */
const DEPLOYMENT_FUNCTIONS = /(?:CustomCDKBucketDeployment|MillraceCodeRetirer)/;

/** What checkov finds in the templates, and is no defect. */
export const acceptedByCheckov: readonly AcceptedFinding[] = [
  {
    check: 'CKV_AWS_18',
    resourceType: 'AWS::S3::Bucket',
    where: /AccessLogs\w*$/,
    reason: 'The bucket that receives access logs: logging its own writes into itself would never end (S3 user guide).',
  },
  {
    check: 'CKV_AWS_370',
    resourceType: 'AWS::SageMaker::Model',
    where: /^model-endpoint-serverless\./,
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
  ...['CKV_AWS_115', 'CKV_AWS_116'].map((check) => ({
    check,
    resourceType: 'AWS::Lambda::Function',
    where: DEPLOYMENT_FUNCTIONS,
    reason:
      'CloudFormation calls it once for each deployment and waits for its answer, a failure included: nobody would read a ' +
      'queue of failed calls, and concurrency that is reserved for it is taken from everything else of the account.',
  })),
  {
    check: 'CKV_AWS_173',
    resourceType: 'AWS::Lambda::Function',
    where: /CustomCDKBucketDeployment/,
    reason: "The CDK's own function; its environment holds the path of AWS's certificates and nothing of the project.",
  },
  ...['CKV_AWS_109', 'CKV_AWS_111'].map((check) => ({
    check,
    resourceType: 'AWS::IAM::ManagedPolicy',
    reason:
      'The network interfaces of jobs and models in a VPC: SageMaker checks that these actions of EC2 are allowed on all ' +
      'resources and without conditions (SageMaker developer guide, roles).',
  })),
];
