import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A third-party package of which a bundle holds code. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression of its manifest. */
  readonly licence: string;
  /** The texts of its licence and notice files; empty when it ships none. */
  readonly texts: readonly string[];
}

/**
 * The third-party packages behind the modules of a bundle, by name and version.
 *
 * @param modules Paths of modules, as esbuild's metafile lists them.
 */
export function bundledPackages(modules: readonly string[]): BundledPackage[] {
  const directories = new Set(modules.flatMap((module) => packageDirectory(module) ?? []));
  const packages = [...directories].map(readPackage);
  return packages.sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

/** The folder of the innermost package in `node_modules` that a module belongs to. */
export function packageDirectory(module: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0];
}

function readPackage(directory: string): BundledPackage {
  // npm refuses a package without a name and a version; a licence is customary.
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const files = readdirSync(directory).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(directory, file), 'utf8').trim());
  return { name: manifest.name, version: manifest.version, licence: manifest.license ?? 'unknown', texts };
}
