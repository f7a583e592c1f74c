import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import { acknowledgeDeploymentFunction } from '../deployment-function/acknowledge-deployment-function.js';
import { EncryptedLogGroup } from '../encrypted-log-group/encrypted-log-group.js';
import { lambdaWritesLogs } from '../encrypted-log-group/lambda-writes-logs.js';
import { RolePolicy } from '../role-policy/role-policy.js';

const ID = 'MillraceContentDeployer';

/**
 * What the function of the CDK runs with that copies content into buckets. There is one such function in a stack,
 * whoever deploys content with it, and the CDK would let it read and delete everything in the buckets; so it gets a role
 * of ours, to which every pipeline adds what is its own.
 */
export class ContentDeployer extends Construct {
  readonly role: iam.Role;
  readonly logGroup: ILogGroup;

  /** That of the stack; made with the first content. */
  static of(scope: Construct, encryptionKey: kms.IKey): ContentDeployer {
    const stack = Stack.of(scope);
    const made = stack.node.tryFindChild(ID);
    return made instanceof ContentDeployer ? made : new ContentDeployer(stack, ID, encryptionKey);
  }

  private constructor(stack: Stack, id: string, encryptionKey: kms.IKey) {
    super(stack, id);
    this.logGroup = new EncryptedLogGroup(this, 'Logs', {
      logGroupName: `/millrace/content-deployer/${stack.stackName}`,
      encryptionKey,
    });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: 'Copies scripts and definitions of pipelines into their buckets at deployment',
    });
    new RolePolicy(this, 'Policy', {
      role: this.role,
      statements: [lambdaWritesLogs(this.logGroup.logGroupArn)],
    });
  }
}

/** Acknowledges what the function of the CDK is, which nobody outside the CDK can change. */
export function acknowledgeDeployment(deployment: BucketDeployment): void {
  // The handler is the parent of its role where the CDK made it; ours is not, so it is found by the name of the CDK.
  const handler = Stack.of(deployment).node.children.find(({ node }) =>
    node.id.startsWith('Custom::CDKBucketDeployment'),
  );
  if (handler === undefined) return;
  acknowledgeDeploymentFunction(handler);
  acknowledge(handler, {
    id: 'AwsSolutions-L1',
    reason: 'The CDK chooses the runtime of its own BucketDeployment handler, and raises it with its versions.',
  });
}
