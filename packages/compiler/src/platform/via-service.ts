import { deployValue } from '@millrace/schema';
import type { PlatformText } from './platform-model.js';
import { platformText } from './platform-text.js';

/**
 * What `kms:ViaService` says where a service asks on behalf of somebody, as a pattern: its end differs between partitions
 * (`amazonaws.com`, in China `amazonaws.com.cn`; KMS Developer Guide, "kms:ViaService").
 * @param region default: that of the deployment
 */
export function viaService(service: 's3', region: PlatformText = deployValue('region')): PlatformText {
  return platformText(`${service}.`, region, '.*');
}
