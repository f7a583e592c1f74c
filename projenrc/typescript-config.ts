import { Component, JsonFile, type Project } from 'projen';

/** What every TypeScript file of this repository is compiled with. */
export const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  resolveJsonModule: true,
  forceConsistentCasingInFileNames: true,
};

/** `tsconfig.base.json` at the root: the strict options, said once. */
export class BaseTypescriptConfig extends Component {
  constructor(project: Project) {
    super(project);
    new JsonFile(project, 'tsconfig.base.json', { obj: { compilerOptions } });
  }
}

/**
 * The two configurations of a workspace. `tsconfig.json` checks everything, tests included, against the sources of the
 * other packages (editors and `lint`); `tsconfig.build.json` emits what is published against their built declarations.
 */
export class WorkspaceTypescriptConfig extends Component {
  constructor(project: Project, directory: string, options: { readonly emits: boolean }) {
    super(project);
    const base = `${directory.replaceAll(/[^/]+/g, '..')}/tsconfig.base.json`;
    new JsonFile(project, `${directory}/tsconfig.json`, { obj: checking(base) });
    if (options.emits) new JsonFile(project, `${directory}/tsconfig.build.json`, { obj: emitting(base) });
  }
}

function checking(base: string): object {
  return {
    extends: base,
    compilerOptions: { noEmit: true, customConditions: ['@millrace/source'] },
    include: ['src', 'test', '*.ts'],
    // Fixtures and templates belong to scaffolded projects.
    exclude: ['node_modules', 'dist', '**/fixtures/**', '**/templates/**'],
  };
}

function emitting(base: string): object {
  return {
    extends: base,
    compilerOptions: { rootDir: 'src', outDir: 'dist', declaration: true, declarationMap: true, sourceMap: true },
    include: ['src'],
    exclude: ['src/**/*.test.ts'],
  };
}
