import { permissionsOfJob } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { jobBody } from './job-body.js';

/** Starts one of the serverless jobs by which SageMaker customizes models. */
export const job = declareStepType({
  type: 'Job',
  summary: 'Starts a model customization job of a category, such as the evaluation of an agent.',
  body: jobBody,
  request: 'CreateJob',
  describes: ['DescribeJob', 'Pipelines.Job'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { jobArn: [{ member: 'JobArn' }] },
  facts: {
    execution: 'container-job',
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings: ['network', 'roleArn', 'tags'],
    permissions: permissionsOfJob('Job', { kind: 'named', type: 'job', member: 'JobCategory', below: '/*' }),
    passedRoles: [{ members: ['RoleArn'], service: 'sagemaker.amazonaws.com', assumedFor: ['sagemaker:job/*'] }],
    billing: 'other-service',
  },
  example: {
    name: 'EvaluateAgent',
    type: 'Job',
    job: {
      category: 'AgentRFTEvaluation',
      document: { OutputDataConfig: { S3OutputPath: 's3://<default_bucket>/data/evaluation' } },
    },
  },
});
