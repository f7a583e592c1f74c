import { deployValue } from '@millrace/schema';
import { distinct } from '../distinct.js';
import type { PlatformText, PolicyStatement } from '../platform-model.js';

/** A service that assumes a role, and for which resources. */
export interface TrustedService {
  readonly sid: string;
  /** `sagemaker.amazonaws.com` */
  readonly service: string;
  /** ARNs, with wildcards. */
  readonly sources: readonly PlatformText[];
  readonly why: string;
}

/**
 * Lets a service assume a role for resources of this account and nobody else's: without `aws:SourceArn` and
 * `aws:SourceAccount` the service could be talked into it by others ("confused deputy", IAM user guide).
 */
export function trustService({ sid, service, sources, why }: TrustedService): PolicyStatement {
  return {
    sid,
    effect: 'Allow',
    principals: [{ kind: 'service', service }],
    actions: ['sts:AssumeRole'],
    resources: [],
    conditions: {
      StringEquals: { 'aws:SourceAccount': deployValue('account') },
      ArnLike: { 'aws:SourceArn': distinct(sources) },
    },
    why,
  };
}
