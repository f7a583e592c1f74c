import { Aws, Stack } from 'aws-cdk-lib';
import { CfnModelPackageGroup, CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';

// Everything here deploys, and nearly everything here is wrong. Do not copy it: it shows what rule packs see.

const IMAGE = 'docker.io/evil:latest';

/** A role of another account that may do anything. */
const ADMIN = 'arn:aws:iam::999900001111:role/Admin';

const train = {
  Name: 'Train',
  Type: 'Training',
  Arguments: {
    RoleArn: ADMIN,
    AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: 'File' },
    HyperParameters: { db_password: 'hunter2-in-clear', aws_key: 'AKIAIOSFODNN7EXAMPLE' },
    InputDataConfig: [
      {
        ChannelName: 'train',
        DataSource: { S3DataSource: { S3Uri: 's3://somebody-elses-bucket/data', S3DataType: 'S3Prefix' } },
      },
    ],
    OutputDataConfig: { S3OutputPath: `s3://sagemaker-${Aws.REGION}-${Aws.ACCOUNT_ID}/out` },
    ResourceConfig: { InstanceType: 'ml.p5.48xlarge', InstanceCount: 16, VolumeSizeInGB: 500 },
    StoppingCondition: { MaxRuntimeInSeconds: 432_000 },
    EnableManagedSpotTraining: true,
  },
};

const register = {
  Name: 'Register',
  Type: 'RegisterModel',
  Arguments: {
    ModelPackageGroupName: 'poisoned',
    ModelApprovalStatus: 'Approved',
    InferenceSpecification: {
      Containers: [{ Image: IMAGE, ModelDataUrl: { Get: 'Steps.Train.ModelArtifacts.S3ModelArtifacts' } }],
    },
  },
};

/** A pipeline and a model registry for everybody, such as rule packs that look at resources alone find nothing wrong with. */
export class PoisonedStack extends Stack {
  readonly pipeline: CfnPipeline;
  readonly group: CfnModelPackageGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.group = new CfnModelPackageGroup(this, 'Group', {
      modelPackageGroupName: 'poisoned',
      modelPackageGroupPolicy: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sagemaker:*', Resource: '*' }],
      },
    });
    this.pipeline = new CfnPipeline(this, 'Pipeline', {
      pipelineName: 'poisoned',
      roleArn: ADMIN,
      pipelineDefinition: {
        PipelineDefinitionBody: this.toJsonString({ Version: '2020-12-01', Parameters: [], Steps: [train, register] }),
      },
    });
  }
}
