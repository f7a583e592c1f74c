import { fingerprint, type ModelPackageGroupModel, modelPrefixesOf, registryOf } from '@millrace/compiler';
import { Construct } from 'constructs';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import { ModelRegistry } from '../model-registry/model-registry.js';
import type { IModelRegistry } from '../model-registry/registry-contract.js';
import { refuse } from '../refuse/refuse.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';
import type { PipelineValues } from './pipeline-values.js';

/**
 * The groups that a pipeline registers models in: the given one, and the others that the spec or its steps name, made
 * here unless the spec says that they were there before.
 */
export class PipelineRegistries extends Construct {
  /** That of the spec first. */
  readonly all: readonly IModelRegistry[];

  constructor(scope: Construct, props: MlPipelineProps, { values, artifacts }: RegistrySurroundings) {
    super(scope, 'Registry');
    const { registry, source } = props;
    const { binder } = values;
    const groups = registryOf(source.pipeline);
    const names = groups.map(({ name }) => binder.text(name));
    if (registry !== undefined) this.#refuseStranger(registry, names);
    const consumers = source.pipeline.settings.platform.consumerAccounts.map((each) => ({
      account: binder.text(each),
    }));
    this.all = groups.map((group, index) => {
      const modelPackageGroupName = names[index] ?? '';
      if (registry?.modelPackageGroupName === modelPackageGroupName) return registry;
      if (!group.created) return ModelRegistry.fromName(this, idOf(group), modelPackageGroupName);
      return new ModelRegistry(this, idOf(group), { modelPackageGroupName, artifacts, consumers });
    });
    const prefixes = modelPrefixesOf(source.pipeline).map((prefix) => binder.text(prefix));
    for (const each of this.all) each.admitModels(prefixes);
  }

  #refuseStranger({ modelPackageGroupName: given }: IModelRegistry, names: readonly string[]): void {
    if (names.includes(given)) return;
    const allowed = names.length === 0 ? 'nothing: no step registers models' : `a registry of ${names.join(' or ')}`;
    const help = 'The pipeline registers in the group that its spec names: use that name, or change the spec.';
    refuse(this, [{ prop: 'registry', given, allowed, help }]);
  }
}

/** What registries stand in. */
export interface RegistrySurroundings {
  readonly values: PipelineValues;
  readonly artifacts: IArtifactStore;
}

/** By the name of the group and not by its place in a list, so that a new group moves no other. */
function idOf({ name }: ModelPackageGroupModel): string {
  return typeof name === 'string' ? name.replaceAll('/', '-') : fingerprint(name);
}
