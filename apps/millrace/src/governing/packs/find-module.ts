import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Finds the file of a module as Node.js would from a folder: an npm package, or a path relative to the folder; undefined
 * where there is none.
 */
export function findModule(name: string, folder: string): string | undefined {
  const require = createRequire(join(folder, 'package.json'));
  try {
    return require.resolve(name);
  } catch {
    // `require` knows only exports for itself; a package may have some for `import` alone.
    return findForImport(name, require.resolve.paths(name) ?? []);
  }
}

const PACKAGE = /^(?<name>(?:@[^/]+\/)?[^/]+)(?:\/(?<below>.+))?$/;

function findForImport(specifier: string, folders: readonly string[]): string | undefined {
  const { name, below } = PACKAGE.exec(specifier)?.groups ?? {};
  if (name === undefined || name.startsWith('.')) return undefined;
  const folder = folders.map((each) => join(each, name)).find((each) => existsSync(join(each, 'package.json')));
  if (folder === undefined) return undefined;
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { exports?: unknown };
  const subpath = below === undefined ? '.' : `./${below}`;
  const target = targetOf(memberOf(exports, subpath) ?? (subpath === '.' ? exports : undefined));
  return target === undefined ? undefined : join(folder, target);
}

const CONDITIONS: ReadonlySet<string> = new Set(['node', 'import', 'module-sync', 'default']);

/** The file of an entry of `exports`, by the conditions that hold for `import`, the first of them first. */
function targetOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null) return undefined;
  for (const [condition, value] of Object.entries(entry)) {
    const target = CONDITIONS.has(condition) || Array.isArray(entry) ? targetOf(value) : undefined;
    if (target !== undefined) return target;
  }
  return undefined;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
