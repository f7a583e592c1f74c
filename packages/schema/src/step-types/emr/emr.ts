import { declareStepType } from '../step-type.js';
import { RETRY_EXCEPTION_TYPES } from '../step-type-facts.js';
import { emrBody } from './emr-body.js';
import { EMR_PERMISSIONS } from './emr-permissions.js';

/** Runs a program on an EMR cluster. */
export const emr = declareStepType({
  type: 'EMR',
  summary: 'Runs a program on an Amazon EMR cluster: a running one, or one made for the step.',
  body: emrBody,
  request: 'Pipelines.EMR',
  describes: ['DescribeStep', 'Pipelines.EMR'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { clusterId: [{ member: 'ClusterId' }], stepId: [{ member: 'Id' }] },
  facts: {
    execution: 'container-job',
    cache: { attributes: ['ClusterConfig', 'ClusterId', 'StepConfig'] },
    // The SageMaker SDK takes any policy here, but the step starts no job of SageMaker.
    retry: {
      exceptions: RETRY_EXCEPTION_TYPES,
      withoutEffect: RETRY_EXCEPTION_TYPES.filter((exception) => exception.startsWith('SageMaker.')),
    },
    propertyFiles: false,
    dependable: true,
    settings: [],
    permissions: EMR_PERMISSIONS,
    passedRoles: [
      { members: ['ClusterConfig.JobFlowRole'], service: 'ec2.amazonaws.com' },
      {
        members: [
          'ClusterConfig.ServiceRole',
          'ClusterConfig.AutoScalingRole',
          'ExecutionRoleArn',
          'ClusterConfig.StepExecutionRoleArn',
        ],
        service: 'elasticmapreduce.amazonaws.com',
      },
    ],
    billing: 'other-service',
  },
  example: {
    name: 'CountWords',
    type: 'EMR',
    emr: {
      clusterId: 'j-1K48XXXXXXHCB',
      step: { jar: 'command-runner.jar', args: ['spark-submit', 's3://<default_bucket>/data/count.py'] },
    },
  },
});
