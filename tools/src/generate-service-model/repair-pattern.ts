import type { PatternRepair } from './service-model-selection.js';

/**
 * A published pattern as JavaScript compiles it under the flag `u` (without it, `\p{L}` would silently mean the
 * letters p, {, L, }). AWS writes the regular expressions of Java.
 * @throws Error when it does not compile: it needs an entry in `patternRepairs`.
 */
export function repairPattern(published: string, repairs: readonly PatternRepair[]): string {
  const pattern = repairs.reduce((text, repair) => text.replaceAll(repair.published, repair.javaScript), published);
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
  } catch (error) {
    throw new Error(`the pattern ${published} does not compile; add it to patternRepairs`, { cause: error });
  }
  return pattern;
}
