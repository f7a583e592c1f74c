import { readFileSync } from 'node:fs';
import { findProjectConfig } from '@millrace/compiler';
import type { GovernanceRule, Ledger } from '@millrace/governance-policies';
import { type Diagnostic, type ProjectConfig, renderDiagnostic } from '@millrace/schema';
import { type ProjectEnvironment, projectEnvironments } from './project-environment.js';
import { projectExceptions } from './project-exceptions.js';
import { type ProjectGroup, projectGroups } from './project-group.js';
import { type ProjectModel, projectModels } from './project-models.js';

/** What a project is read with. */
export interface MlProjectOptions {
  /**
   * Every governance rule that exceptions may name.
   * @default - those of Millrace; give those of packs too
   */
  readonly rules?: readonly GovernanceRule[];
}

/**
 * A project as `create-ml-project` makes it, read from disk: the environments of `project.config.yaml`, the models
 * below `models/` and the exceptions of `governance/exceptions.yaml`. It holds no constructs; an app decides what stands where.
 */
export class MlProject {
  /**
   * Reads the project around a folder, walking up to the nearest `project.config.yaml`.
   *
   * @param from default: the working directory, in which the CDK runs an app
   * @throws Error when there is no config, it is wrong, lacks regions or some of the accounts, or when a spec or the ledger of
   * exceptions is wrong; the message shows the lines
   */
  static async load(from: string = process.cwd(), { rules }: MlProjectOptions = {}): Promise<MlProject> {
    const { value: project, diagnostics } = findProjectConfig(from);
    if (project === undefined) throw new Error(shown(diagnostics));
    if (project.folder === undefined) {
      throw new Error(`There is no project.config.yaml in ${from} or above it: write one that names the environments.`);
    }
    const environments = projectEnvironments(project.config, project.folder);
    const registry = environments.find(({ holdsRegistry }) => holdsRegistry);
    if (registry === undefined) throw new Error(`The project config in ${project.folder} has no environment.`);
    const consumers = accountsOf(environments).filter((account) => account !== registry.account);
    const ledger = projectExceptions(project.folder, rules);
    if (ledger.value === undefined) throw new Error(shown(ledger.diagnostics));
    const models = await projectModels(project.folder, { environment: registry, consumers });
    return new MlProject({
      config: project.config,
      environments,
      registry,
      consumers,
      models,
      exceptions: ledger.value,
    });
  }

  /** What `project.config.yaml` says, as it was read. */
  readonly config: ProjectConfig;
  /** In the order of the config; at least one. */
  readonly environments: readonly ProjectEnvironment[];
  /** The environment in which models are made and registered. */
  readonly registry: ProjectEnvironment;
  /** The accounts of the other environments, each once, without the one that holds the registry. */
  readonly consumers: readonly string[];
  /** Sorted by name; at least one. Their platform is that of the registry's environment, with the consumers. */
  readonly models: readonly ProjectModel[];
  /** What the project lives with, for {@link acknowledgeExceptions} and for rule packs. */
  readonly exceptions: Ledger;
  /** Model package groups that the models are registered in and that are made with the project, in the order of models. */
  readonly groups: readonly ProjectGroup[];

  private constructor({ config, environments, registry, consumers, models, exceptions }: Parts) {
    this.config = config;
    this.environments = environments;
    this.registry = registry;
    this.consumers = consumers;
    this.models = models;
    this.exceptions = exceptions;
    this.groups = projectGroups(models, registry);
  }
}

type Parts = Pick<MlProject, 'config' | 'environments' | 'registry' | 'consumers' | 'models' | 'exceptions'>;

function accountsOf(environments: readonly ProjectEnvironment[]): readonly string[] {
  return [...new Set(environments.map(({ account }) => account))];
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((each) => renderDiagnostic(each, { textOf: (file) => readFileSync(file, 'utf8') })).join('\n');
}
