import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, describe, expect, test } from 'vitest';
import { listWorkspaces, type Workspace } from '../src/repository.js';
import { runProgram } from '../src/run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'millrace-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm pack --json` says about a tarball. */
interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function pack({ directory }: Workspace): Packed {
  const args = ['pack', '--json', '--pack-destination', folder];
  const { stdout } = runProgram({ program: 'npm', args, directory });
  // npm documents one entry per packed folder.
  return (JSON.parse(stdout) as Packed[])[0] as Packed;
}

describe.each(listWorkspaces().filter((workspace) => workspace.isPublic))('$name, packed', (workspace) => {
  const packed = pack(workspace);
  const paths = packed.files.map((file) => file.path);

  test('has nothing that publint objects to', async () => {
    const tarball = readFileSync(join(folder, packed.filename));
    const contents = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength);
    const { messages, pkg } = await publint({ strict: true, pack: { tarball: contents as ArrayBuffer } });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('holds its licence and no tests of its own', () => {
    expect(paths).toContain('LICENSE');
    // Templates hold the tests of the projects that are made of them.
    const own = paths.filter((path) => !path.startsWith('templates/'));
    expect(own.filter((path) => path.includes('.test.'))).toEqual([]);
  });
});
