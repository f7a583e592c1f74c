import { madeByPipelines, permissionsOfJob } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { JOB_EXCEPTION_TYPES } from '../step-type-facts.js';
import { trainingBody } from './training-body.js';
import { TRAINING_ROLE } from './training-role.js';

/** Trains a model. */
export const training = declareStepType({
  type: 'Training',
  summary: 'Trains a model in containers and leaves model.tar.gz in S3.',
  body: trainingBody,
  request: 'CreateTrainingJob',
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { modelArtifacts: [{ member: 'ModelArtifacts' }, { member: 'S3ModelArtifacts' }] },
  // Built-in algorithms have metrics of their own, so without declared ones any name may be right.
  listKeys: ({ metrics }) => (metrics === undefined ? {} : { '.FinalMetricDataList': metrics.map(({ name }) => name) }),
  inheritsUnless: {
    framework: ['imageUri'],
    instanceType: ['instanceGroups'],
    instanceCount: ['instanceGroups'],
  },
  facts: {
    execution: 'container-job',
    cache: {
      attributes: [
        'AlgorithmSpecification',
        'CheckpointConfig',
        'DebugHookConfig',
        'DebugRuleConfigurations',
        'Environment',
        'HyperParameters',
        'InputDataConfig',
      ],
    },
    retry: { exceptions: JOB_EXCEPTION_TYPES },
    propertyFiles: false,
    dependable: true,
    jobNameVariable: 'TrainingJobName',
    settings: ['environment', 'network', 'roleArn', 'kmsKeyArn', 'tags'],
    permissions: permissionsOfJob('TrainingJob', madeByPipelines('training-job', 'TrainingJobName')),
    passedRoles: [TRAINING_ROLE],
    billing: 'instance-seconds',
  },
  example: {
    name: 'Train',
    type: 'Training',
    training: {
      imageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/train:1.0',
      instanceType: 'ml.m5.xlarge',
      inputChannels: [{ channelName: 'train', s3Uri: 's3://<default_bucket>/data/train' }],
    },
  },
});
