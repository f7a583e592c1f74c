import type { Project } from 'projen';
import { dependencyTable } from './dependency-table.js';
import type { ThirdParty } from './versions.js';
import { type WorkspaceOptions, WorkspacePackage } from './workspace-package.js';

/** A package that others import. */
export interface LibraryOptions extends WorkspaceOptions {
  /** Further entry points: subpath without `./` to the source file below `src`, without its ending. */
  readonly subpaths?: Readonly<Record<string, string>>;
  /** Committed files that are published as they are, each under its own name. */
  readonly publishedFiles?: readonly string[];
  /** What the importing project has already, and must have only once; tests here use them too. */
  readonly peerDependencies?: readonly ThirdParty[];
  /** The same for what only some of its entry points import. */
  readonly optionalPeerDependencies?: readonly ThirdParty[];
}

/** A published library in `packages/`: ES modules with declarations, and the sources for tests and debuggers. */
export class LibraryPackage extends WorkspacePackage {
  constructor(project: Project, options: LibraryOptions) {
    const directory = `packages/${options.name}`;
    const scripts = { build: 'rm -rf dist && tsc -p tsconfig.build.json' };
    super(project, { directory, buildOutput: 'modules', fields: fieldsOf(options), scripts }, options);
  }
}

function fieldsOf(options: LibraryOptions): Record<string, unknown> {
  const { peerDependencies: always = [], optionalPeerDependencies: sometimes = [], devDependencies = [] } = options;
  const peerDependencies = [...always, ...sometimes];
  return {
    files: ['dist', 'src', '!**/*.test.ts', ...(options.publishedFiles ?? [])],
    sideEffects: false,
    exports: exportsOf(options),
    dependencies: dependencyTable(options.dependencies, options.name),
    ...(peerDependencies.length > 0 && { peerDependencies: dependencyTable(peerDependencies) }),
    ...(sometimes.length > 0 && { peerDependenciesMeta: optional(sometimes) }),
    devDependencies: dependencyTable([...devDependencies, ...peerDependencies]),
  };
}

function optional(names: readonly ThirdParty[]): object {
  return Object.fromEntries([...names].sort().map((name) => [name, { optional: true }]));
}

/** The source condition comes first: resolution takes the first that matches. */
function entryPoint(module: string): object {
  return {
    '@millrace/source': `./src/${module}.ts`,
    types: `./dist/${module}.d.ts`,
    default: `./dist/${module}.js`,
  };
}

function exportsOf({ subpaths = {}, publishedFiles = [] }: LibraryOptions): object {
  return {
    '.': entryPoint('index'),
    ...Object.fromEntries(Object.entries(subpaths).map(([path, module]) => [`./${path}`, entryPoint(module)])),
    ...Object.fromEntries(publishedFiles.map((file) => [`./${file}`, `./${file}`])),
    './package.json': './package.json',
  };
}
