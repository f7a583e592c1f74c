import type { PlatformText } from '../platform-model.js';
import { platformArn, platformText } from '../platform-text.js';
import { literalStart, partsOf, splitText } from './text-parts.js';

/**
 * The ARN of a key that is given by ARN or by id. A deploy value that is all of it is taken for an ARN, as KMS calls its
 * keys wherever they are handed on.
 */
export function keyArn(key: PlatformText): PlatformText {
  const start = literalStart(key);
  const isArn = start.startsWith('arn:') || (start === '' && partsOf(key).length === 1);
  return isArn ? key : platformArn('kms', platformText('key/', key));
}

/** True for a key that is called by an alias, which no ARN of a key says. */
export function isAlias(key: PlatformText): boolean {
  return literalStart(key).startsWith('alias/') || splitText(key, ':alias/') !== undefined;
}

/** `alias/<name>`, as conditions name it, of an alias by name or ARN. */
export function aliasName(alias: PlatformText): PlatformText {
  const [before, name] = splitText(alias, ':alias/') ?? [];
  return before === undefined || name === undefined ? alias : platformText('alias/', name);
}
