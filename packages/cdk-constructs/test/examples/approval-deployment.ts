import { type App, Stack } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ApprovalDeployment, ApprovalDeploymentTarget, ApprovalEventForwarding } from '../../src/index.js';

const DEPLOYMENT = { deploymentName: 'churn', modelPackageGroupName: 'churn' };

/** Approved models go to dev at once, and to production when somebody agrees; the registry is in a third account. */
export function approvalDeploymentExample(app: App): Stack {
  const stack = new Stack(app, 'ApprovalDeploymentExample', { env: { account: '222222222222', region: 'eu-west-1' } });
  const key = new Key(stack, 'Key', { enableKeyRotation: true });
  new ApprovalDeployment(stack, 'Deployment', {
    ...DEPLOYMENT,
    registryAccount: '111111111111',
    stages: [
      { stageName: 'dev', endpointName: 'churn-dev' },
      {
        stageName: 'prod',
        account: '333333333333',
        endpointName: 'churn-prod',
        gate: { topic: new Topic(stack, 'Deciders', { masterKey: key, enforceSSL: true }) },
      },
    ],
    encryptionKey: key,
    notifications: new Topic(stack, 'Notifications', { masterKey: key, enforceSSL: true }),
  });
  return stack;
}

/** The account of production. */
export function approvalDeploymentTargetExample(app: App): Stack {
  const env = { account: '333333333333', region: 'eu-west-1' };
  const stack = new Stack(app, 'ApprovalDeploymentTargetExample', { env });
  new ApprovalDeploymentTarget(stack, 'Target', {
    ...DEPLOYMENT,
    stageName: 'prod',
    deploymentAccount: '222222222222',
    registryAccount: '111111111111',
    endpointName: 'churn-prod',
    executionRole: Role.fromRoleName(stack, 'ExecutionRole', 'millrace-model-exec-churn'),
    encryptionKey: new Key(stack, 'Key', { enableKeyRotation: true }),
  });
  return stack;
}

/** The account of the registry. */
export function approvalEventForwardingExample(app: App): Stack {
  const env = { account: '111111111111', region: 'eu-west-1' };
  const stack = new Stack(app, 'ApprovalEventForwardingExample', { env });
  new ApprovalEventForwarding(stack, 'Forwarding', { ...DEPLOYMENT, deploymentAccount: '222222222222' });
  return stack;
}
