import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The key of a store. It outlives the stack: without it, nothing in the bucket can be read again. */
export class StoreKey extends kms.Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Encrypts the artifacts of machine learning pipelines.',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
      // The store fills it; without one, the CDK would write its own.
      policy: new iam.PolicyDocument({ minimize: false }),
    });
  }
}
