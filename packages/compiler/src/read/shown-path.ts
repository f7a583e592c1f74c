import { isAbsolute, relative } from 'node:path';

/**
 * A file as people and reports name it: relative to the working directory where it lies below it, so that a CI finds it in the
 * repository; else as it is. It can be opened by this name.
 */
export function shownPath(file: string): string {
  const below = relative('', file);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? file : below;
}
