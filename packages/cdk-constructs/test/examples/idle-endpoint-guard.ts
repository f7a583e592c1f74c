import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { IdleEndpointGuard } from '../../src/index.js';

/** In an account for trying things out: what nobody asked for two days goes, unless it is tagged. */
export function idleEndpointGuardExample(app: App): Stack {
  const stack = new Stack(app, 'IdleEndpointGuard');
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  new IdleEndpointGuard(stack, 'Guard', {
    topic: new sns.Topic(stack, 'Idle', { masterKey: encryptionKey, enforceSSL: true }),
    encryptionKey,
    mode: 'delete',
    idleAfter: Duration.days(2),
    namePrefix: 'dev-',
  });
  return stack;
}
