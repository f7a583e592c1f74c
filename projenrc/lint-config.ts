import { Component, JsonFile, type Project } from 'projen';
import { packageArrows, type WorkspaceName } from './package-arrows.js';
import { npmName, type WorkspacePackage } from './workspace-package.js';

/** `biome.json`: linter and formatter, with the rules about imports generated from the table of arrows. */
export class LintConfig extends Component {
  constructor(project: Project, workspaces: readonly WorkspacePackage[]) {
    super(project);
    new JsonFile(project, 'biome.json', {
      marker: false,
      obj: { ...settings, overrides: workspaces.map((workspace) => arrowsOf(workspace, workspaces)) },
    });
  }
}

const settings = {
  $schema: './node_modules/@biomejs/biome/configuration_schema.json',
  vcs: { enabled: true, clientKind: 'git', useIgnoreFile: true },
  files: {
    includes: [
      '**',
      '!**/package.json',
      '!**/package-lock.json',
      '!**/dist',
      '!**/fixtures',
      '!**/generated',
      '!.projen',
    ],
  },
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 120 },
  javascript: { formatter: { quoteStyle: 'single' } },
  json: { formatter: { expand: 'always' } },
  linter: {
    rules: {
      preset: 'recommended',
      suspicious: { noExplicitAny: 'error', noImportCycles: { level: 'error', options: { ignoreTypes: false } } },
      // `value['Std:Join']` beside `value['On']`: keys that are data, AWS's or an author's, read better as such.
      complexity: { useLiteralKeys: 'off' },
      style: { noNonNullAssertion: 'error', useImportType: 'error', useNodejsImportProtocol: 'error' },
    },
  },
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
  const insides = {
    group: [`**/${to.directory}/**`, `../**/${to.name}/**`, `${name}/src/**`, `${name}/dist/**`],
    message: `Import ${name} by its entry points: what lies in its folders is its own business and may move.`,
  };
  if (packageArrows[from].mayImport.includes(to.name)) return [insides];
  return [{ group: [name, `${name}/**`], message: forbidden(from, to) }, insides];
}

function forbidden(from: WorkspaceName, to: WorkspacePackage): string {
  const why = to.directory.startsWith('apps/')
    ? 'nothing imports an app: what others need of it belongs in a package.'
    : packageArrows[from].why;
  return `${npmName(from)} must not import ${npmName(to.name)}: ${why}`;
}
