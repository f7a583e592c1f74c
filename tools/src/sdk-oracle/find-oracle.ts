import { join } from 'node:path';
import { ensureVirtualEnvironment } from '../python-environment.js';
import { repositoryRoot } from '../repository.js';

/** The SageMaker SDK to ask, or why there is none here. */
export type Oracle = { readonly python: string } | { readonly obstacle: string };

/** Finds the pinned SDK. Without network or Python there is none; any other failure is ours and thrown. */
export async function findOracle(): Promise<Oracle> {
  const requirements = join(repositoryRoot, 'tools/requirements/sdk-v2.txt');
  return ensureVirtualEnvironment(requirements).catch((error: unknown) => {
    const obstacle = error instanceof Error ? error.message : String(error);
    if (!/PyPI cannot be reached|python3 is not on PATH/.test(obstacle)) throw error;
    return { obstacle };
  });
}
