import { readFileSync } from 'node:fs';
import { findProjectConfig } from '@millrace/compiler';
import { type Diagnostic, type ProjectConfig, renderDiagnostic } from '@millrace/schema';
import { type ProjectEnvironment, projectEnvironments } from './project-environment.js';
import { type ProjectModel, projectModels } from './project-models.js';

/**
 * A project as `create-ml-project` makes it, read from disk: the environments of `project.config.yaml` and the models
 * below `models/`. It holds no constructs; an app decides what stands where.
 */
export class MlProject {
  /**
   * Reads the project around a folder, walking up to the nearest `project.config.yaml`.
   *
   * @param from default: the working directory, in which the CDK runs an app
   * @throws Error when there is no config, it is wrong, names no environments or only some accounts, or when a spec is
   * wrong; the message shows the lines
   */
  static async load(from: string = process.cwd()): Promise<MlProject> {
    const { value: project, diagnostics } = findProjectConfig(from);
    if (project === undefined) throw new Error(shown(diagnostics));
    if (project.folder === undefined) {
      throw new Error(`There is no project.config.yaml in ${from} or above it: write one that names the environments.`);
    }
    checkEnvironments(project.config, `The project config in ${project.folder}`);
    return new MlProject(projectEnvironments(project.config), await projectModels(project.folder));
  }

  private constructor(
    /** In the order of the config; at least one. */
    readonly environments: readonly ProjectEnvironment[],
    /** Sorted by name; at least one. */
    readonly models: readonly ProjectModel[],
  ) {}

  /** The environment in which models are made and registered. */
  get registry(): ProjectEnvironment {
    // `load` has made sure of it.
    return this.environments.find(({ holdsRegistry }) => holdsRegistry) as ProjectEnvironment;
  }

  /** The accounts of the other environments, each once, without the one that holds the registry. */
  get consumerAccounts(): readonly string[] {
    const accounts = this.environments.map(({ account }) => account);
    return [...new Set(accounts)].filter((account) => account !== this.registry.account);
  }
}

/** Grants between accounts need the ids of both sides, so either all are known, or all environments are one account. */
function checkEnvironments({ environments }: ProjectConfig, config: string): void {
  const names = Object.keys(environments);
  if (names.length === 0) throw new Error(`${config} names no environments: add at least one below "environments:".`);
  const without = names.filter((name) => environments[name]?.account === undefined);
  if (without.length === 0 || without.length === names.length) return;
  throw new Error(
    `${config} gives ${without.join(', ')} no account, but others: give every environment its account, or none, which ` +
      'makes all of them the one account that is deployed to.',
  );
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((each) => renderDiagnostic(each, { textOf: (file) => readFileSync(file, 'utf8') })).join('\n');
}
