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

/** What the compiler does in a build: declarations and modules, only the check (a bundler emits), or there is no build. */
export type BuildOutput = 'modules' | 'check' | 'none';

/**
 * The two configurations of a workspace. `tsconfig.json` checks everything, tests included, against the sources of the
 * other packages (editors and `lint`). `tsconfig.build.json` leaves the tests out, because Nx does not build again when
 * only they change; modules are emitted against the built declarations of the other packages, as their users see them.
 */
export class WorkspaceTypescriptConfig extends Component {
  constructor(project: Project, directory: string, output: BuildOutput) {
    super(project);
    const base = `${directory.replaceAll(/[^/]+/g, '..')}/tsconfig.base.json`;
    new JsonFile(project, `${directory}/tsconfig.json`, { obj: everything(base) });
    if (output === 'none') return;
    const compilerOptions = output === 'modules' ? emitting : checking;
    new JsonFile(project, `${directory}/tsconfig.build.json`, { obj: withoutTests(base, compilerOptions) });
  }
}

// JavaScript that is deployed as it is written (handlers of Lambda functions) is checked by its JSDoc.
const checking = { noEmit: true, allowJs: true, checkJs: true, customConditions: ['@millrace/source'] };
const emitting = { rootDir: 'src', outDir: 'dist', declaration: true, declarationMap: true, sourceMap: true };

function everything(base: string): object {
  return {
    extends: base,
    compilerOptions: checking,
    include: ['src', 'test', '*.ts'],
    // Fixtures and templates belong to scaffolded projects.
    exclude: ['node_modules', 'dist', '**/fixtures/**', '**/templates/**'],
  };
}

function withoutTests(base: string, options: object): object {
  return { extends: base, compilerOptions: options, include: ['src'], exclude: ['src/**/*.test.ts'] };
}
