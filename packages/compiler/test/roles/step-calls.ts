import type { StepType } from '@millrace/schema';
import type { Call } from './calls.js';
import { arn, BUCKET, JOB_ROLE, KEY, objectIn } from './deployment.js';

const sageMaker = (resource: string) => arn('sagemaker', resource);
const tagging = (action: string) => ({ 'sagemaker:TaggingAction': action });
const passing = (service: string) => ({ 'iam:PassedToService': service });
const passJobRole: Call = ['iam:PassRole', JOB_ROLE, passing('sagemaker.amazonaws.com')];

/** Names that an execution gives (aws/amazon-sagemaker-examples issue 3106); others are too short for "pipelines-". */
const made = (type: string) => sageMaker(`${type}/pipelines-kytlemm1lvpq-Step-cIpzShs3Qp`);
const madeShort = (type: string) => sageMaker(`${type}/kytlemm1lvpq-Step-cIpzShs3Qp`);

const run = (resource: string, create: string, ...others: readonly string[]): readonly Call[] => [
  ...[create, ...others].map((action): Call => [`sagemaker:${action}`, resource]),
  ['sagemaker:AddTags', resource, tagging(create)],
];
const runJob = (job: string, resource: string) => run(resource, `Create${job}`, `Describe${job}`, `Stop${job}`);
const processing = runJob('ProcessingJob', made('processing-job'));

const group = 'model-package/churn/7';
const bedrock = (resource: string, create: string, get: string): readonly Call[] => [
  [`bedrock:${get}`, arn('bedrock', resource)],
  ['bedrock:TagResource', arn('bedrock', resource)],
  [`bedrock:${create}`, '*'],
];

/**
 * What SageMaker Pipelines calls with the role of the pipeline to run the smallest example of each type: written by hand
 * from the developer guide ("IAM access management") and the service authorization reference, not from the facts.
 */
export const STEP_CALLS: { readonly [T in StepType]: readonly Call[] } = {
  Processing: [...processing, passJobRole],
  ClarifyCheck: [...processing, passJobRole],
  QualityCheck: [...processing, passJobRole],
  Training: [...runJob('TrainingJob', made('training-job')), passJobRole],
  Tuning: [
    ...runJob('HyperParameterTuningJob', madeShort('hyper-parameter-tuning-job')),
    ['sagemaker:ListTrainingJobsForHyperParameterTuningJob', madeShort('hyper-parameter-tuning-job')],
    passJobRole,
  ],
  AutoML: [...runJob('AutoMLJob', madeShort('automl-job')), ['sagemaker:ListCandidatesForAutoMLJob', '*'], passJobRole],
  Transform: runJob('TransformJob', made('transform-job')),
  Model: [...run(made('model'), 'CreateModel', 'DescribeModel'), passJobRole],
  RegisterModel: [
    ['sagemaker:CreateModelPackage', sageMaker(group), { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' }],
    ['sagemaker:DescribeModelPackage', sageMaker(group)],
    ['sagemaker:AddTags', sageMaker(group), tagging('CreateModelPackage')],
    ['sagemaker:DescribeModelPackageGroup', sageMaker('model-package-group/churn')],
  ],
  // Its file is written by the Processing step of its example.
  Condition: [
    ['s3:GetObject', objectIn(BUCKET, 'dev/p-sm-pipeline/runs/kytlemm1lvpq/Evaluate/report/report.json')],
    ['kms:Decrypt', KEY, { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' }],
  ],
  Fail: [],
  Lambda: [['lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:123456789012:function:notify']],
  Callback: [['sqs:SendMessage', 'arn:aws:sqs:us-east-1:123456789012:approvals']],
  EMR: [
    ...['AddJobFlowSteps', 'CancelSteps', 'DescribeCluster', 'DescribeStep', 'ListSteps'].map(
      (action): Call => [`elasticmapreduce:${action}`, arn('elasticmapreduce', 'cluster/j-1K48XXXXXXHCB')],
    ),
    ...['DescribeRule', 'PutRule', 'PutTargets'].map(
      (action): Call => [`events:${action}`, arn('events', 'rule/SageMakerPipelineExecutionEMRStepStatusUpdateRule')],
    ),
  ],
  EMRServerless: [
    ...['GetApplication', 'StartApplication', 'StartJobRun'].map(
      (action): Call => [`emr-serverless:${action}`, arn('emr-serverless', '/applications/00f1abcdefgh2345')],
    ),
    ...['GetJobRun', 'CancelJobRun'].map(
      (action): Call => [
        `emr-serverless:${action}`,
        arn('emr-serverless', '/applications/00f1abcdefgh2345/jobruns/r1'),
      ],
    ),
    ['iam:PassRole', JOB_ROLE, passing('emr-serverless.amazonaws.com')],
  ],
  EndpointConfig: [
    ...run(made('endpoint-config'), 'CreateEndpointConfig', 'DescribeEndpointConfig'),
    ['kms:CreateGrant', KEY, { 'kms:GrantIsForAWSResource': 'true' }],
  ],
  Endpoint: [
    ...run(sageMaker('endpoint/churn'), 'CreateEndpoint', 'UpdateEndpoint', 'DescribeEndpoint'),
    ['sagemaker:CreateEndpoint', sageMaker('endpoint-config/churn-config')],
    ['sagemaker:UpdateEndpoint', sageMaker('endpoint-config/churn-config')],
  ],
  InferenceComponent: [
    ...run(
      sageMaker('inference-component/churn'),
      'CreateInferenceComponent',
      'UpdateInferenceComponent',
      'DescribeInferenceComponent',
    ),
    ['sagemaker:CreateInferenceComponent', sageMaker('endpoint/shared')],
  ],
  Lineage: run(sageMaker('action/training'), 'CreateAction'),
  BedrockCustomModel: [
    ...bedrock('custom-model/x1', 'CreateCustomModel', 'GetCustomModel'),
    ['iam:PassRole', JOB_ROLE, passing('bedrock.amazonaws.com')],
  ],
  BedrockModelImport: [
    ...bedrock('model-import-job/x1', 'CreateModelImportJob', 'GetModelImportJob'),
    ['iam:PassRole', JOB_ROLE, passing('bedrock.amazonaws.com')],
  ],
  BedrockCustomModelDeployment: [
    [
      'bedrock:CreateCustomModelDeployment',
      'arn:aws:bedrock:us-east-1:123456789012:custom-model/imported/abcdef123456',
    ],
    ['bedrock:GetCustomModelDeployment', arn('bedrock', 'custom-model-deployment/x1')],
    ['bedrock:TagResource', arn('bedrock', 'custom-model-deployment/x1')],
  ],
  BedrockProvisionedModelThroughput: [
    ['bedrock:CreateProvisionedModelThroughput', 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0'],
    ['bedrock:GetProvisionedModelThroughput', arn('bedrock', 'provisioned-model/x1')],
    ['bedrock:TagResource', arn('bedrock', 'provisioned-model/x1')],
  ],
  // SageMaker says names in ARNs as they are, or in lower case (boto/boto3 issue 4606).
  Job: [
    ...runJob('Job', sageMaker('job/AgentRFTEvaluation/x1')),
    ...runJob('Job', sageMaker('job/agentrftevaluation/x1')),
    passJobRole,
  ],
};
