import type { Path } from './diagnostic.js';

/** `["pipeline", "steps", 0, "name"]` as `pipeline.steps[0].name`; a key that is no plain word is quoted in brackets. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, segment) => text + formatSegment(segment, text === ''), '');
}

const PLAIN_WORD = /^[A-Za-z_$][\w$-]*$/;

function formatSegment(segment: string | number, first: boolean): string {
  if (typeof segment === 'number') return `[${segment}]`;
  if (!PLAIN_WORD.test(segment)) return `[${JSON.stringify(segment)}]`;
  return first ? segment : `.${segment}`;
}
