import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mountCommand } from './mount-command.js';

/** Namespaces that answer slowly are as good as none. */
const PATIENCE_MS = 5_000;

/** Whether this machine lets its user mount a folder at /opt/ml for a process; found out by trying. */
export function canMount(isolated: boolean): boolean {
  if (process.platform !== 'linux') return false;
  const sandbox = mkdtempSync(join(tmpdir(), 'millrace-probe-'));
  try {
    for (const folder of ['opt/ml', 'host-opt']) mkdirSync(join(sandbox, folder), { recursive: true });
    const [program, ...rest] = mountCommand({
      sandbox,
      workingFolder: '/',
      isolated,
      argv: ['/bin/sh', '-c', ': > /opt/ml/probe'],
    });
    const { status } = spawnSync(program, rest, { stdio: 'ignore', timeout: PATIENCE_MS });
    return status === 0 && existsSync(join(sandbox, 'opt/ml/probe'));
  } finally {
    rmSync(sandbox, { recursive: true, force: true });
  }
}
