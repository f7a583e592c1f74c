import type { Project } from 'projen';
import { dependencyTable } from './dependency-table.js';
import { type WorkspaceOptions, WorkspacePackage } from './workspace-package.js';

/** Run in the folder of the app. */
const bundle = 'tsx ../../tools/src/bundle-app/main.ts';

/** A published command. */
export interface AppOptions extends WorkspaceOptions {
  /** Commands that complete the build after the bundle, run in the folder of the app. */
  readonly afterBundle?: readonly string[];
  /** What is published beside `bin` and `dist`; `!` leaves something out again. */
  readonly publishedFiles?: readonly string[];
}

/**
 * A published command in `apps/`: one bundle without anything to install, so all it uses is a development dependency.
 * Its `bin` is a committed launcher, because npm links only bins that exist when it installs.
 */
export class AppPackage extends WorkspacePackage {
  constructor(project: Project, options: AppOptions) {
    const directory = `apps/${options.name}`;
    const build = ['tsc -p tsconfig.build.json', bundle, ...(options.afterBundle ?? [])].join(' && ');
    super(project, { directory, buildOutput: 'check', fields: fieldsOf(options), scripts: { build } }, options);
  }
}

function fieldsOf(options: AppOptions): Record<string, unknown> {
  const bundled = [...(options.dependencies ?? []), ...(options.devDependencies ?? [])];
  return {
    bin: { [options.name]: `bin/${options.name}.js` },
    files: ['bin', 'dist', ...(options.publishedFiles ?? [])],
    exports: { './package.json': './package.json' },
    devDependencies: dependencyTable(bundled, options.name),
  };
}
