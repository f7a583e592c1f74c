import { join } from 'node:path';
import { findPinnedPython } from '../find-pinned-python.js';
import { repositoryRoot } from '../repository.js';

/** The SageMaker SDK to ask, or why there is none here. */
export type Oracle = { readonly python: string } | { readonly obstacle: string };

/** Finds the pinned SDK. */
export async function findOracle(): Promise<Oracle> {
  return findPinnedPython(join(repositoryRoot, 'tools/requirements/sdk-v2.txt'));
}
