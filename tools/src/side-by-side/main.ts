import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository.js';
import { findMissingProofs } from './find-missing-proofs.js';
import { renderSideBySide } from './render-side-by-side.js';
import { resources } from './resources.js';
import { securityProperties } from './security-properties.js';
import { statements } from './statements.js';

// Writes docs/reference/mdaa-side-by-side.md; a claim of ours whose test is gone is an error.
const groups = [resources, statements, securityProperties];
const proofs = groups.flatMap(({ comparisons }) => comparisons.map(({ proof }) => proof));
const missing = findMissingProofs(proofs, (file) => {
  const path = join(repositoryRoot, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
});
if (missing.length > 0) throw new Error(['Claims without a test:', ...missing].join('\n'));
writeFileSync(join(repositoryRoot, 'docs/reference/mdaa-side-by-side.md'), `${renderSideBySide(groups)}\n`);
