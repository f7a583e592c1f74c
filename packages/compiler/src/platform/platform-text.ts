import { deployValue, TEXT_KEY } from '@millrace/schema';
import { mergeTexts } from '../lowering/merge-texts.js';
import type { PlatformText } from './platform-model.js';

/** One text of several: literals are merged, texts taken apart, deploy values kept. */
export function platformText(...parts: readonly PlatformText[]): PlatformText {
  const merged = mergeTexts(parts);
  const [only, ...others] = merged;
  if (only === undefined) return '';
  return others.length === 0 ? only : { [TEXT_KEY]: merged };
}

/** Where a resource lives, beyond the account and region of the deployment. */
export interface ArnPlace {
  readonly region?: PlatformText;
  readonly account?: PlatformText;
}

/**
 * The ARN of a resource of the deployment: `arn:<partition>:<service>:<region>:<account>:<resource>`.
 * @param place `''` for a region or account leaves it out, as IAM and S3 want it
 */
export function platformArn(service: string, resource: PlatformText, place: ArnPlace = {}): PlatformText {
  const { region = deployValue('region'), account = deployValue('account') } = place;
  return platformText('arn:', deployValue('partition'), `:${service}:`, region, ':', account, ':', resource);
}
