import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../python/run-command.js';
import { mountCommand } from './mount-command.js';
import { MOUNT_FOLDERS } from './sandbox.js';

/** Namespaces that answer slowly are as good as none. */
const PATIENCE_MS = 10_000;

/** Whether this machine lets its user mount a folder at /opt/ml for a process; found out by trying. */
export async function canMount(isolated: boolean): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const sandbox = mkdtempSync(join(tmpdir(), 'millrace-probe-'));
  try {
    for (const folder of MOUNT_FOLDERS) mkdirSync(join(sandbox, folder), { recursive: true });
    const argv = ['/bin/sh', '-c', ': > /opt/ml/probe'];
    const command = mountCommand({ sandbox, workingFolder: '/', isolated, argv });
    const { exitCode } = await runCommand(command, AbortSignal.timeout(PATIENCE_MS));
    return exitCode === 0 && existsSync(join(sandbox, 'opt/ml/probe'));
  } finally {
    rmSync(sandbox, { recursive: true, force: true });
  }
}
