import { dirname, join } from 'node:path';
import { findPinnedPython } from '../find-pinned-python.js';
import { repositoryRoot } from '../repository.js';

/** The linters of `requirements/lint.txt`, or why there are none here. */
export type Linters =
  | { readonly python: string; readonly cfnLint: string; readonly checkov: string }
  | { readonly obstacle: string };

/** Finds the pinned linters. */
export async function findLinters(): Promise<Linters> {
  const found = await findPinnedPython(join(repositoryRoot, 'tools/requirements/lint.txt'));
  if ('obstacle' in found) return found;
  const programs = dirname(found.python);
  return { ...found, cfnLint: join(programs, 'cfn-lint'), checkov: join(programs, 'checkov') };
}
