import { readFileSync } from 'node:fs';
import { findProjectConfig } from '@millrace/compiler';
import { type Diagnostic, renderDiagnostic } from '@millrace/schema';
import { type ProjectEnvironment, projectEnvironments } from './project-environment.js';
import { type ProjectGroup, projectGroups } from './project-group.js';
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
   * @throws Error when there is no config, it is wrong, lacks regions or some of the accounts, or when a spec is wrong; the
   * message shows the lines
   */
  static async load(from: string = process.cwd()): Promise<MlProject> {
    const { value: project, diagnostics } = findProjectConfig(from);
    if (project === undefined) throw new Error(shown(diagnostics));
    if (project.folder === undefined) {
      throw new Error(`There is no project.config.yaml in ${from} or above it: write one that names the environments.`);
    }
    const environments = projectEnvironments(project.config, project.folder);
    return new MlProject(environments, await projectModels(project.folder));
  }

  /** Model package groups that the models are registered in and that are made with the project, in the order of models. */
  readonly groups: readonly ProjectGroup[];

  private constructor(
    /** In the order of the config; at least one. */
    readonly environments: readonly ProjectEnvironment[],
    /** Sorted by name; at least one. */
    readonly models: readonly ProjectModel[],
  ) {
    this.groups = projectGroups(models, this.registry);
  }

  /** The environment in which models are made and registered. */
  get registry(): ProjectEnvironment {
    // One of them is: the config names no other, and the first is meant where it names none.
    return this.environments.find(({ holdsRegistry }) => holdsRegistry) as ProjectEnvironment;
  }

  /** The accounts of the other environments, each once, without the one that holds the registry. */
  get consumers(): readonly { readonly account: string }[] {
    const accounts = this.environments.map(({ account }) => account);
    return [...new Set(accounts)]
      .filter((account) => account !== this.registry.account)
      .map((account) => ({ account }));
  }
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((each) => renderDiagnostic(each, { textOf: (file) => readFileSync(file, 'utf8') })).join('\n');
}
