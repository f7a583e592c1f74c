import { basename } from 'node:path';
import { detectDocument } from '@millrace/compiler';
import type { InputFile } from '../../input/input-file.js';
import type { CheckTarget } from './check-target.js';

/** What a file is that somebody names; undefined for what cannot be checked, a README for example. */
export function kindOfDocument(input: InputFile): CheckTarget['kind'] | undefined {
  const kind = detectDocument(input);
  if (kind === 'template') return kind;
  if (kind === 'spec' || kind === 'definition') return 'pipeline';
  // What is meant to be a spec is told what it lacks.
  return kind === undefined && /^pipeline\.ya?ml$/.test(basename(input.file)) ? 'pipeline' : undefined;
}
