import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type PackedPackage, packageListFile } from './packed-package.js';

/** The members of `npm pack --json` that are read here. */
interface NpmPack {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const require = createRequire(import.meta.url);

/**
 * Part of this app's build: `pack-packages.ts FOLDER` packs every public package of the repository into FOLDER as
 * `<name>-<version>-<hash of the content>.tgz`. Which packages these are stands in package.json, where Nx reads it to
 * build them first.
 */
function packPackages(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { nx } = require('../../package.json') as { nx: { implicitDependencies: readonly string[] } };
  const packed = nx.implicitDependencies.map((name) => pack(name, folder));
  writeFileSync(join(folder, packageListFile), `${JSON.stringify(packed, null, 2)}\n`);
}

function pack(name: string, folder: string): PackedPackage {
  const directory = dirname(require.resolve(`${name}/package.json`));
  const { dependencies = {} } = require(`${name}/package.json`) as { dependencies?: Record<string, string> };
  const temporary = mkdtempSync(join(folder, 'packing-'));
  const result = npmPack(directory, temporary);
  const file = result.filename.replace(/\.tgz$/, `-${hashOf(directory, result)}.tgz`);
  renameSync(join(temporary, result.filename), join(folder, file));
  rmSync(temporary, { recursive: true });
  return { name, version: result.version, file, dependencies: Object.keys(dependencies).sort() };
}

function npmPack(directory: string, destination: string): NpmPack {
  const args = ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination];
  const [result] = JSON.parse(execFileSync('npm', args, { cwd: directory, encoding: 'utf8' })) as NpmPack[];
  if (!result) throw new Error(`npm pack made nothing of ${directory}`);
  return result;
}

/** Of what is packed and not of the tarball: how a version of npm or zlib compresses it must not change its name. */
function hashOf(directory: string, { files }: NpmPack): string {
  const hash = createHash('sha256');
  for (const path of files.map((file) => file.path).sort()) {
    const content = createHash('sha256')
      .update(readFileSync(join(directory, path)))
      .digest('hex');
    hash.update(`${path}\n${content}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

packPackages(resolve(process.argv[2] ?? 'dist/packages'));
