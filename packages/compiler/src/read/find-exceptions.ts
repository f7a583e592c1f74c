import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, SourceDocument, succeed } from '@millrace/schema';
import { readSpec } from './read-spec.js';
import { shownPath } from './shown-path.js';

/** The ledger of exceptions, relative to the folder of the project config. */
export const EXCEPTIONS_FILE = 'governance/exceptions.yaml';

/**
 * Reads the ledger of exceptions of a project folder; without a file it is an empty map. Its form is checked by
 * `readExceptions` of governance-policies, which reads no YAML.
 */
export function findExceptions(folder: string): Outcome<SourceDocument> {
  const file = shownPath(join(folder, EXCEPTIONS_FILE));
  if (!existsSync(file)) return succeed(new SourceDocument(file, '', { kind: 'map', entries: [], offsets: [0, 0] }));
  return readSpec({ file, text: readFileSync(file, 'utf8') });
}
