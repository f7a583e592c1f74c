import { Component, JsonFile, type Project } from 'projen';
import { Licence } from './licence.js';
import { npmName } from './npm-name.js';
import type { WorkspaceName } from './package-arrows.js';
import { type TestSuiteName, testSuites } from './test-suites.js';
import { type BuildOutput, WorkspaceTypescriptConfig } from './typescript-config.js';
import { type ThirdParty, version } from './versions.js';
import { VitestConfig, vitestCommand } from './vitest-config.js';

/** What the three kinds of workspace (library, app, tools) have in common. */
export interface WorkspaceOptions {
  readonly name: WorkspaceName;
  readonly description: string;
  /** Third-party packages that users of this one install. */
  readonly dependencies?: readonly ThirdParty[];
  readonly devDependencies?: readonly ThirdParty[];
  /** Suites beside the unit tests. */
  readonly suites?: readonly TestSuiteName[];
  /** Folders and files outside the workspace that its tests read, as Nx inputs: an undeclared one is a stale cache. */
  readonly testsRead?: readonly string[];
  /** The same for the unit tests alone, which are cheap to run again. */
  readonly unitTestsRead?: readonly string[];
  /** Environment variables of the unit tests. */
  readonly unitTestEnvironment?: Readonly<Record<string, string>>;
  /** Workspaces that the build packs or runs without importing them. */
  readonly implicitDependencies?: readonly WorkspaceName[];
}

/** What a kind of workspace decides for all of its members. */
export interface WorkspaceKind {
  readonly directory: string;
  readonly buildOutput: BuildOutput;
  /** The parts of package.json in which the kinds differ. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
}

/** One npm workspace: its package.json, TypeScript and Vitest configuration, and its licence. */
export class WorkspacePackage extends Component {
  readonly name: WorkspaceName;
  readonly directory: string;
  /** package.json; the lock file follows when it changes. */
  readonly manifest: JsonFile;

  constructor(project: Project, kind: WorkspaceKind, options: WorkspaceOptions) {
    super(project);
    this.name = options.name;
    this.directory = kind.directory;
    this.manifest = new JsonFile(project, `${kind.directory}/package.json`, { obj: manifest(kind, options) });
    new WorkspaceTypescriptConfig(project, kind.directory, kind.buildOutput);
    for (const suite of suitesOf(options)) {
      const environment = suite === 'unit' ? options.unitTestEnvironment : undefined;
      new VitestConfig(project, kind.directory, { suite, ...(environment && { environment }) });
    }
    new Licence(project, kind.directory);
  }
}

function manifest({ fields, scripts }: WorkspaceKind, options: WorkspaceOptions): object {
  return {
    name: npmName(options.name),
    version,
    description: options.description,
    license: Licence.spdx,
    type: 'module',
    engines: { node: '>=20.19' },
    ...fields,
    scripts: { ...scripts, lint: 'tsc -p . && biome check --error-on-warnings .', ...suiteScripts(options) },
    nx: nxFields(options),
  };
}

function suitesOf(options: WorkspaceOptions): readonly TestSuiteName[] {
  return ['unit', ...(options.suites ?? [])];
}

function suiteScripts(options: WorkspaceOptions): Record<string, string> {
  return Object.fromEntries(suitesOf(options).map((suite) => [testSuites[suite].script, vitestCommand(suite)]));
}

/** Nx infers targets from the scripts; only what it cannot see stands here. */
function nxFields({ implicitDependencies, testsRead, unitTestsRead }: WorkspaceOptions): object {
  return {
    ...(implicitDependencies && { implicitDependencies: implicitDependencies.map(npmName) }),
    namedInputs: {
      ...(testsRead && { testsRead: fromRoot(testsRead) }),
      ...(unitTestsRead && { unitTestsRead: fromRoot(unitTestsRead) }),
    },
  };
}

function fromRoot(paths: readonly string[]): string[] {
  return paths.map((path) => `{workspaceRoot}/${path}`);
}
