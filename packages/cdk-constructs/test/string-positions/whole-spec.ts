const IMAGE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/image:1';

const PREPARE = {
  name: 'Prepare',
  type: 'Processing',
  displayName: 'Prepare it',
  description: 'Prepares it',
  tags: { step: 'prepare' },
  environment: { MODE: 'fast' },
  processing: {
    imageUri: IMAGE,
    instanceType: 'ml.m5.large',
    scriptS3Uri: 's3://inputs/prepare.py',
    arguments: ['--rows', 'all'],
    inputs: [{ inputName: 'raw', s3Uri: 's3://inputs/raw' }],
    outputs: [{ outputName: 'train', s3Uri: 's3://outputs/train' }],
  },
};

const TRAIN = {
  name: 'Train',
  type: 'Training',
  environment: { MODE: 'slow' },
  training: {
    imageUri: IMAGE,
    instanceType: 'ml.m5.large',
    hyperparameters: { objective: 'binary:logistic' },
    outputPath: 's3://outputs/models',
    inputChannels: [{ channelName: 'train', s3Uri: 's3://inputs/train', contentType: 'text/csv' }],
    metrics: [{ name: 'auc', regex: 'auc=([0-9.]+)' }],
  },
};

/** A spec with a text in every setting of the whole, in `defaults`, and in the members that examples leave out. */
export const WHOLE_SPEC = {
  projectName: 'whole',
  pipelineName: 'whole-pipeline',
  domainId: 'd-abc123def456',
  domainArn: 'arn:aws:sagemaker:eu-west-1:123456789012:domain/d-abc123def456',
  modelPackageGroupName: 'whole-models',
  preProdAccountId: '222222222222',
  prodAccountId: '333333333333',
  additionalReadBucketNames: ['others'],
  pipelineKmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/11111111-1111-4111-8111-111111111111',
  pipeline: {
    displayName: 'Whole',
    description: 'Everything',
    tags: { owner: 'us' },
    experiment: { name: 'trials', trial: 'one' },
    schedule: { expression: 'rate(1 day)', timezone: 'Europe/Berlin' },
    onApproval: { modelPackageGroupName: 'others-models' },
    networkConfig: { subnetIds: ['subnet-0aaaaaaaaaaaaaaaa'], securityGroupIds: ['sg-0aaaaaaaaaaaaaaaa'] },
    parameters: [{ name: 'Rows', type: 'String', defaultValue: 'many', description: 'How many' }],
    defaults: { environment: { STAGE: 'one' } },
    steps: [PREPARE, TRAIN],
  },
};
