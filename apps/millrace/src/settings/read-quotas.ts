import { findProjectConfig, type QuotaOptions } from '@millrace/compiler';

/**
 * What the project around a FILE says of quotas and of new members of AWS (`limits:` and `allowUnknownMembers:` of the
 * project config). A config that cannot be read says nothing here; whoever reads its environments tells why.
 */
export function readQuotas(folder: string): QuotaOptions {
  const { limits, allowUnknownMembers } = findProjectConfig(folder).value?.config ?? {};
  return {
    ...(limits === undefined ? {} : { limits }),
    ...(allowUnknownMembers === undefined ? {} : { allowUnknownMembers }),
  };
}
