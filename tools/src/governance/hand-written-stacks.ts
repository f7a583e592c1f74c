import { type Environment, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';

const SAGEMAKER = 'sagemaker.amazonaws.com';
const CONSUMER = '222222222222';

/** A pipeline as samples have it: one role for everything, a bucket by the name that everybody knows, a group open to all. */
export class CarelessStack extends Stack {
  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { env });
    const bucket = this.makeBucket();
    const role = this.makeRole(bucket);
    const group = new ec2.CfnSecurityGroup(this, 'Jobs', { groupDescription: 'Jobs.', vpcId: 'vpc-0a1b2c3d' });
    makePipeline(this, { role, securityGroupId: group.attrGroupId });
    this.makeGroup();
    addUnrelated(this);
  }

  private makeBucket(): s3.Bucket {
    const encryptionKey = new kms.Key(this, 'Key');
    encryptionKey.addToResourcePolicy(
      new iam.PolicyStatement({
        actions: ['kms:*'],
        principals: [new iam.AccountPrincipal(CONSUMER)],
        resources: ['*'],
      }),
    );
    const bucket = new s3.Bucket(this, 'Bucket', { bucketName: `ml-${this.account}`, encryptionKey });
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:*'],
        resources: [bucket.bucketArn, bucket.arnForObjects('*')],
        conditions: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    );
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
      }),
    );
    return bucket;
  }

  private makeRole(bucket: s3.Bucket): iam.Role {
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal(SAGEMAKER),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSageMakerFullAccess')],
    });
    bucket.grantReadWrite(role);
    role.addToPolicy(new iam.PolicyStatement({ actions: ['iam:PassRole'], resources: ['*'] }));
    const shared = `arn:aws:s3:::sagemaker-${this.region}-${this.account}/*`;
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:PutObject'], resources: [shared] }));
    return role;
  }

  private makeGroup(): void {
    new sagemaker.CfnModelPackageGroup(this, 'Group', {
      modelPackageGroupName: 'churn',
      modelPackageGroupPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: '*',
            Action: ['sagemaker:DescribeModelPackage'],
            Resource: `arn:aws:sagemaker:${this.region}:${this.account}:model-package-group/churn`,
          },
        ],
      },
    });
  }
}

/** The same pipeline by somebody who knows. */
export class CarefulStack extends Stack {
  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { env });
    const jobRole = this.makeRole('JobRole', 'training-job/*');
    const role = this.makeRole('PipelineRole', 'pipeline/churn/*');
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [jobRole.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': SAGEMAKER } },
      }),
    );
    this.makeBucket(role).grantReadWrite(jobRole);
    const group = new ec2.CfnSecurityGroup(this, 'Jobs', { groupDescription: 'Jobs.', vpcId: 'vpc-0a1b2c3d' });
    const within = { groupId: group.attrGroupId, sourceSecurityGroupId: group.attrGroupId };
    new ec2.CfnSecurityGroupIngress(this, 'Within', { ...within, ipProtocol: '-1' });
    makePipeline(this, { role, securityGroupId: group.attrGroupId });
    this.makeGroup();
    addUnrelated(this);
  }

  private makeRole(id: string, source: string): iam.Role {
    const sourceArn = `arn:${this.partition}:sagemaker:${this.region}:${this.account}:${source}`;
    return new iam.Role(this, id, {
      assumedBy: new iam.ServicePrincipal(SAGEMAKER, { conditions: { ArnLike: { 'aws:SourceArn': sourceArn } } }),
    });
  }

  private makeBucket(pipelineRole: iam.Role): s3.Bucket {
    const encryptionKey = new kms.Key(this, 'Key', { enableKeyRotation: true });
    const bucket = new s3.Bucket(this, 'Bucket', {
      bucketNamePrefix: 'churn',
      bucketNamespace: s3.BucketNamespace.ACCOUNT_REGIONAL,
      enforceSSL: true,
      encryptionKey,
    });
    const deny = {
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      resources: [bucket.arnForObjects('*')],
    };
    const header = 's3:x-amz-server-side-encryption-aws-kms-key-id';
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        ...deny,
        actions: ['s3:PutObject'],
        conditions: { StringNotEquals: { [header]: encryptionKey.keyArn }, Null: { [header]: 'false' } },
      }),
    );
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        ...deny,
        actions: ['s3:*'],
        conditions: {
          StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
          ArnNotEquals: { 'aws:PrincipalArn': pipelineRole.roleArn },
        },
      }),
    );
    return bucket;
  }

  private makeGroup(): void {
    const arn = `arn:${this.partition}:sagemaker:${this.region}:${this.account}`;
    const allow = { Effect: 'Allow', Principal: { AWS: `arn:${this.partition}:iam::${CONSUMER}:root` } };
    new sagemaker.CfnModelPackageGroup(this, 'Group', {
      modelPackageGroupName: 'churn',
      modelPackageGroupPolicy: {
        Version: '2012-10-17',
        Statement: [
          { ...allow, Action: 'sagemaker:DescribeModelPackageGroup', Resource: `${arn}:model-package-group/churn` },
          { ...allow, Action: 'sagemaker:DescribeModelPackage', Resource: `${arn}:model-package/churn/*` },
        ],
      },
    });
  }
}

/** Two machines that encrypt what they send each other. */
function makePipeline(
  stack: Stack,
  { role, securityGroupId }: { readonly role: iam.Role; readonly securityGroupId: string },
): void {
  const train = {
    Name: 'Train',
    Type: 'Training',
    Arguments: {
      RoleArn: role.roleArn,
      EnableInterContainerTrafficEncryption: true,
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 2, VolumeSizeInGB: 30 },
      VpcConfig: { Subnets: ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'], SecurityGroupIds: [securityGroupId] },
    },
  };
  new sagemaker.CfnPipeline(stack, 'Pipeline', {
    pipelineName: 'churn',
    roleArn: role.roleArn,
    pipelineDefinition: { PipelineDefinitionBody: stack.toJsonString({ Version: '2020-12-01', Steps: [train] }) },
  });
}

/** What stands in many stacks and has nothing to do with pipelines: a website, and a deployment with all rights. */
function addUnrelated(stack: Stack): void {
  const site = new s3.Bucket(stack, 'Site', { bucketName: 'www.example.com' });
  site.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:GetObject'],
      resources: [site.arnForObjects('*')],
    }),
  );
  const deploy = new iam.Role(stack, 'Deploy', {
    assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
  });
  deploy.addToPolicy(new iam.PolicyStatement({ actions: ['cloudformation:*', 'iam:PassRole'], resources: ['*'] }));
}
