import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { vi } from 'vitest';
import type { Example } from '../examples/index.js';

/** A tree as it is deployed: synthesized, so that aspects, which may add resources and acknowledgements, have run. */
export async function makeTree(example: Pick<Example, 'make'>, props: AppProps = {}): Promise<App> {
  const app = new App({ analyticsReporting: false, ...props });
  await example.make(app);
  app.synth();
  return app;
}

/** The same tree with nothing acknowledged, for all that the packs would find. */
export async function makeTreeWithoutAcknowledgements(example: Pick<Example, 'make'>): Promise<App> {
  const acknowledge = vi.spyOn(Validations.prototype, 'acknowledge').mockImplementation(() => undefined);
  try {
    return await makeTree(example);
  } finally {
    acknowledge.mockRestore();
  }
}
