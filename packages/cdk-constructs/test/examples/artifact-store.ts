import { type App, Stack } from 'aws-cdk-lib';
import { ArtifactStore } from '../../src/index.js';

/** A store whose models other accounts will run; pipelines and registries that use it add what they need. */
export function artifactStoreExample(app: App): Stack {
  const stack = new Stack(app, 'ArtifactStore');
  new ArtifactStore(stack, 'Artifacts', {
    environment: 'dev',
    consumers: [{ account: '222222222222' }, { account: '333333333333' }],
  });
  return stack;
}
