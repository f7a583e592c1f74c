import { bucketGuards } from './bucket-guards.js';
import { modelPrefixesOf } from './model-prefixes.js';
import { modelReaderStatements } from './model-readers.js';
import type { PlatformInput, PolicyStatement } from './platform-model.js';
import { storeNamesOf } from './store-names.js';

/**
 * The policy of the bucket of a pipeline. Roles of the own account need no statement in it: their own policies grant
 * what they may do.
 */
export function bucketPolicyOf(input: PlatformInput): readonly PolicyStatement[] {
  const names = storeNamesOf(input);
  const { consumerAccounts: consumers } = input.settings.platform;
  return [
    ...bucketGuards(names),
    ...modelReaderStatements({ bucket: names.bucket, prefixes: modelPrefixesOf(input), consumers }),
  ];
}
