import { madeByPipelines, permissionsOfJob } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { JOB_EXCEPTION_TYPES } from '../step-type-facts.js';
import { transformBody } from './transform-body.js';

/** Applies a model to files in S3. */
export const transform = declareStepType({
  type: 'Transform',
  summary: 'Applies a model to files in S3 (batch inference).',
  body: transformBody,
  request: 'CreateTransformJob',
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { transformOutput: [{ member: 'TransformOutput' }, { member: 'S3OutputPath' }] },
  facts: {
    execution: 'container-job',
    cache: { attributes: ['DataProcessing', 'Environment', 'ModelName', 'TransformInput'] },
    retry: { exceptions: JOB_EXCEPTION_TYPES },
    propertyFiles: false,
    dependable: true,
    settings: ['environment', 'kmsKeyArn', 'tags'],
    permissions: permissionsOfJob('TransformJob', madeByPipelines('transform-job', 'TransformJobName')),
    passedRoles: [],
    runsWithRoleOf: 'ModelName',
    billing: 'instance-seconds',
  },
  example: {
    name: 'Score',
    type: 'Transform',
    transform: { modelName: 'churn', instanceType: 'ml.m5.xlarge', inputDataUri: 's3://<default_bucket>/data/batch' },
  },
});
