import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A requirements file, with the text of all files that it includes. */
export interface Requirements {
  readonly file: string;
  readonly text: string;
}

/** Reads a requirements file; the text is what an environment's identity is made of. */
export function readRequirements(file: string): Requirements {
  return { file, text: readIncluded(file, new Set()) };
}

/** The requirements themselves, one per line: without comments, options and included file names. */
export function requirementLines(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  return lines.filter((line) => line !== '' && !line.startsWith('-'));
}

function readIncluded(file: string, seen: Set<string>): string {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const included = [...text.matchAll(/^\s*(?:-r|-c|--requirement|--constraint)[\s=]+(\S+)/gm)];
  const texts = included.map(([, name = '']) => readIfThere(join(dirname(file), name), seen));
  return [text, ...texts].join('\n');
}

// pip itself says best what is wrong with a file that is not there.
function readIfThere(file: string, seen: Set<string>): string {
  try {
    return readIncluded(file, seen);
  } catch {
    return '';
  }
}
