import { accountPrincipals, MODEL_EXECUTION_ROLES, roleArns } from './consumer-roles.js';
import { fingerprint } from './fingerprint.js';
import type { PlatformText, PolicyStatement } from './platform-model.js';
import { platformText } from './platform-text.js';
import { bucketArn } from './store-names.js';

/** Whose models are read, and by whom. */
export interface ModelReaders {
  readonly bucket: PlatformText;
  /** Prefixes of keys below which models lie. */
  readonly prefixes: readonly PlatformText[];
  /** Accounts of the consumers; nothing is granted where there are none. */
  readonly consumers: readonly PlatformText[];
  /** Letters and digits that tell the statement from those of other pipelines. Default: by prefix and account. */
  readonly id?: string;
}

/**
 * The statements of a bucket policy by which consumer accounts read models, and nothing else: no listing, no writing,
 * and only by the roles that run models. The sid differs by prefix and account, so that several pipelines can share a
 * bucket.
 */
export function modelReaderStatements({ bucket, prefixes, consumers, id }: ModelReaders): readonly PolicyStatement[] {
  if (consumers.length === 0 || prefixes.length === 0) return [];
  return [
    {
      sid: `ConsumersReadModels${id ?? fingerprint([prefixes, consumers])}`,
      effect: 'Allow',
      principals: accountPrincipals(consumers),
      actions: ['s3:GetObject'],
      resources: prefixes.map((prefix) => bucketArn(bucket, platformText(prefix, '*'))),
      conditions: { ArnLike: { 'aws:PrincipalArn': roleArns(consumers, MODEL_EXECUTION_ROLES) } },
      why: 'other accounts run models that this one has trained',
    },
  ];
}
