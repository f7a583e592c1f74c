import type { Diagnostic, Path } from '@millrace/schema';
import { localCodeDiagnostics } from './local-code-diagnostics.js';

/** A path as its author wrote it, and where. */
export interface AuthoredPath {
  readonly text: string;
  readonly place: Path;
}

/** `src//./a/../train.py` as `src/train.py`; leading `..` stay, the folder itself is `.`. */
export function normalizePath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(segment);
  }
  return kept.length === 0 ? '.' : kept.join('/');
}

/** Says what is wrong with a path that cannot be relative to the spec. */
export function refusePath({ text, place }: AuthoredPath): Diagnostic | undefined {
  const reason = reasonAgainst(text);
  return reason === undefined
    ? undefined
    : localCodeDiagnostics['path-not-relative']({ path: text, ...reason }, { path: place });
}

function reasonAgainst(text: string): { readonly why: string; readonly help?: string } | undefined {
  if (text.trim() === '') return { why: 'it is empty' };
  if (text.startsWith('s3://')) return { why: 'it is in S3', help: 'name code in S3 by scriptS3Uri' };
  if (text.startsWith('/') || /^[A-Za-z]:[\\/]/.test(text)) return { why: 'it is absolute' };
  if (text.startsWith('~')) return { why: 'it begins with ~' };
  if (text.includes('\\')) return { why: 'it has a backslash', help: `write it as ${text.replaceAll('\\', '/')}` };
  return text.includes('\0') ? { why: 'it has a null character' } : undefined;
}
