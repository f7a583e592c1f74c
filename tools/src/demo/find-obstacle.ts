import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Small and without dependencies of its own; the pinned version is one that the project's scripts need anyway. */
const probe = 'joblib==1.4.2';
const patience = ['--timeout', '15', '--retries', '1'];

/** Why the Python scripts of a project cannot be run here, in words, or undefined if they can. */
export function findObstacle(): string | undefined {
  if (spawnSync('python3', ['--version']).status !== 0) return 'python3 is not on PATH';
  const folder = mkdtempSync(join(tmpdir(), 'millrace-demo-probe-'));
  try {
    const args = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--no-cache-dir',
      ...patience,
      '--dest',
      folder,
      probe,
    ];
    return spawnSync('python3', args).status === 0 ? undefined : 'PyPI cannot be reached';
  } finally {
    rmSync(folder, { recursive: true });
  }
}
