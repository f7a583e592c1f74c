import { fileURLToPath } from 'node:url';
import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledgeDeploymentFunction } from '../deployment-function/acknowledge-deployment-function.js';
import { EncryptedLogGroup } from '../encrypted-log-group/encrypted-log-group.js';
import { lambdaWritesLogs } from '../encrypted-log-group/lambda-writes-logs.js';
import { RolePolicy } from '../role-policy/role-policy.js';

/** The handler is deployed as it is written; the sources are published beside what is built of them. */
const HANDLER = fileURLToPath(new URL('../../src/code-retirement/handler', import.meta.url));

const ID = 'MillraceCodeRetirer';

/** The function that retires code: one in a stack, to whose role every pipeline adds what is its own. */
export class CodeRetirer extends Construct {
  readonly function: lambda.Function;
  readonly role: iam.Role;

  /** That of the stack; made with the first pipeline. */
  static of(scope: Construct, encryptionKey: kms.IKey): CodeRetirer {
    const stack = Stack.of(scope);
    const made = stack.node.tryFindChild(ID);
    return made instanceof CodeRetirer ? made : new CodeRetirer(stack, encryptionKey);
  }

  private constructor(stack: Stack, encryptionKey: kms.IKey) {
    super(stack, ID);
    const description = 'Tags code that no deployed pipeline names any more';
    this.role = new iam.Role(this, 'Role', {
      description,
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    const logGroup = new EncryptedLogGroup(this, 'Logs', {
      logGroupName: `/millrace/code-retirer/${stack.stackName}`,
      encryptionKey,
    });
    new RolePolicy(this, 'Policy', {
      role: this.role,
      statements: [lambdaWritesLogs(logGroup.logGroupArn)],
    });
    this.function = new lambda.Function(this, 'Function', {
      description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(HANDLER),
      memorySize: 256,
      timeout: Duration.minutes(15),
      // What it may do is in its policies, and the CDK adds nothing to it.
      role: this.role.withoutPolicyUpdates(),
      logGroup,
    });
    acknowledgeDeploymentFunction(this.function);
  }
}
