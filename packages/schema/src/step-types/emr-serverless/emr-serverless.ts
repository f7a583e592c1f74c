import { declareStepType } from '../step-type.js';
import { RETRY_EXCEPTION_TYPES } from '../step-type-facts.js';
import { emrServerlessBody } from './emr-serverless-body.js';
import { EMR_SERVERLESS_PERMISSIONS } from './emr-serverless-permissions.js';

/** Runs a Spark or Hive job without a cluster of one's own. */
export const emrServerless = declareStepType({
  type: 'EMRServerless',
  summary: 'Runs a Spark program or a Hive query on Amazon EMR Serverless.',
  body: emrServerlessBody,
  request: 'Pipelines.EMRServerless',
  describes: ['GetJobRun'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: {
    applicationId: [{ member: 'jobRun' }, { member: 'applicationId' }],
    jobRunId: [{ member: 'jobRun' }, { member: 'jobRunId' }],
  },
  facts: {
    execution: 'container-job',
    // AWS documents no list for this type; the whole request is assumed.
    cache: { attributes: ['ApplicationConfig', 'ApplicationId', 'ExecutionRoleArn', 'JobConfig'] },
    // The SageMaker SDK takes any policy here, but the step starts no job of SageMaker.
    retry: {
      exceptions: RETRY_EXCEPTION_TYPES,
      withoutEffect: RETRY_EXCEPTION_TYPES.filter((exception) => exception.startsWith('SageMaker.')),
    },
    propertyFiles: false,
    dependable: true,
    settings: ['roleArn'],
    permissions: EMR_SERVERLESS_PERMISSIONS,
    passedRoles: [
      {
        members: ['ExecutionRoleArn', 'JobConfig.executionRoleArn'],
        service: 'emr-serverless.amazonaws.com',
        assumedFor: ['emr-serverless:/applications/*'],
      },
    ],
    billing: 'other-service',
  },
  example: {
    name: 'CountWords',
    type: 'EMRServerless',
    emrServerless: {
      applicationId: '00f1abcdefgh2345',
      job: { spark: { entryPoint: 's3://<default_bucket>/data/count.py' } },
    },
  },
});
