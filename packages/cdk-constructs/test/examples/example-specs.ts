import { fileURLToPath } from 'node:url';
import type { App, Stack } from 'aws-cdk-lib';
import { platformOfSpec } from './platform-of-spec.js';

const SPECS = ['mdaa-minimal', 'mdaa-comprehensive', 'churn'];
const [ML, PREPROD, PROD] = ['111111111111', '222222222222', '333333333333'] as const;

/** The specs of `examples/`, each deployed to one account and to three. */
export const exampleSpecs: readonly { readonly name: string; readonly make: (app: App) => Promise<Stack> }[] =
  SPECS.flatMap((spec) => [
    { name: `${spec}-one-account`, make: (app: App) => make(app, spec, [ML]) },
    { name: `${spec}-three-accounts`, make: (app: App) => make(app, spec, [ML, PREPROD, PROD]) },
  ]);

function make(app: App, id: string, accounts: readonly [string, ...string[]]): Promise<Stack> {
  const file = fileURLToPath(new URL(`../../../../examples/${id}/pipeline.yaml`, import.meta.url));
  return platformOfSpec(app, { file, id, accounts });
}
