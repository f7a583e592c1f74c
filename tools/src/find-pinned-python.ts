import { ensureVirtualEnvironment, type PythonEnvironment } from './python-environment.js';

/** With this set, as in `.ci/run`, a suite whose tools are absent fails; without, it is skipped and says so. */
const EVERY_SUITE = 'MILLRACE_EVERY_SUITE';

/**
 * The environment of a requirements file, or why there is none here: no network, or no Python.
 *
 * @throws Error when the install fails for any other reason, which is ours, and for these two where every suite must run
 */
export async function findPinnedPython(
  requirementsFile: string,
): Promise<PythonEnvironment | { readonly obstacle: string }> {
  return ensureVirtualEnvironment(requirementsFile).catch((error: unknown) => {
    const obstacle = error instanceof Error ? error.message : String(error);
    const isAbsent = /PyPI cannot be reached|python3 is not on PATH/.test(obstacle);
    if (!isAbsent || process.env[EVERY_SUITE] === '1') throw error;
    return { obstacle };
  });
}
