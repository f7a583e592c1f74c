import { Component, JsonFile, type Project } from 'projen';
import { npmName } from './npm-name.js';
import { packageArrows, type WorkspaceName } from './package-arrows.js';
import type { WorkspacePackage } from './workspace-package.js';

/** `biome.json`: linter and formatter, with the rules about imports generated from the table of arrows. */
export class LintConfig extends Component {
  constructor(project: Project, workspaces: readonly WorkspacePackage[]) {
    super(project);
    const arrows = workspaces.map((workspace) => arrowsOf(workspace, workspaces));
    new JsonFile(project, 'biome.json', {
      marker: false,
      obj: { ...settings, overrides: [publishedCode, tests, ...arrows] },
    });
  }
}

const settings = {
  $schema: './node_modules/@biomejs/biome/configuration_schema.json',
  vcs: { enabled: true, clientKind: 'git', useIgnoreFile: true },
  files: {
    includes: [
      ...['**', '!**/package.json', '!**/package-lock.json', '!.projen'],
      // Not written by hand, or written to be a scaffolded project's own.
      ...['!**/dist', '!**/generated', '!**/vitest*.config.ts', '!**/fixtures', '!**/templates', '!**/*.schema.json'],
    ],
  },
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 120 },
  javascript: { formatter: { quoteStyle: 'single' } },
  json: { formatter: { expand: 'always' } },
  plugins: ['./projenrc/no-import-types.grit'],
  linter: {
    rules: {
      preset: 'recommended',
      // `value['Std:Join']` beside `value['On']`: keys that are data, AWS's or an author's, read better as such.
      complexity: {
        useLiteralKeys: 'off',
        useMaxParams: { level: 'error', options: { max: 3 } },
        noExcessiveLinesPerFunction: { level: 'error', options: { maxLines: 50, skipBlankLines: true } },
      },
      correctness: { noUnusedImports: 'error', noUnusedVariables: 'error' },
      nursery: { noFloatingPromises: 'error' },
      style: {
        noExcessiveLinesPerFile: { level: 'error', options: { maxLines: 300, skipBlankLines: true } },
        noNonNullAssertion: 'error',
        useImportType: 'error',
        useNodejsImportProtocol: 'error',
      },
      suspicious: { noExplicitAny: 'error', noImportCycles: { level: 'error', options: { ignoreTypes: false } } },
    },
  },
};

/** Hoisting makes any package of the repository importable; users only get what a manifest declares. */
const publishedCode = {
  includes: ['packages/*/src/**', '!**/*.test.ts'],
  linter: { rules: { correctness: { noUndeclaredDependencies: 'error' } } },
};

/** A `describe` is one function however many cases it holds. */
const tests = {
  includes: ['**/*.test.ts'],
  linter: { rules: { complexity: { noExcessiveLinesPerFunction: 'off' }, style: { noExcessiveLinesPerFile: 'off' } } },
};

function arrowsOf(workspace: WorkspacePackage, all: readonly WorkspacePackage[]): object {
  const others = all.filter((other) => other.name !== workspace.name);
  const patterns = others.flatMap((other) => restrictions(workspace.name, other));
  return {
    includes: [`${workspace.directory}/**`],
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
  };
}

function restrictions(from: WorkspaceName, to: WorkspacePackage): object[] {
  const name = npmName(to.name);
  const insides = [`**/${to.directory}/**`, `../**/${to.name}/src/**`, `${name}/src/**`, `${name}/dist/**`];
  if (!packageArrows[from].mayImport.includes(to.name)) {
    return [{ group: [name, `${name}/**`, ...insides], message: forbidden(from, to) }];
  }
  const message = `Import ${name} by its entry points: what lies in its folders is its own business and may move.`;
  return [{ group: insides, message }];
}

function forbidden(from: WorkspaceName, to: WorkspacePackage): string {
  const why = to.directory.startsWith('apps/')
    ? 'nothing imports an app; what others need of it belongs in a package.'
    : packageArrows[from].why;
  return `${npmName(from)} must not import ${npmName(to.name)}: ${why}`;
}
