import type { IConstruct } from 'constructs';

/** Where pipelines register models: a model package group, and who else may run what is in it. */
export interface IModelRegistry extends IConstruct {
  /** The one name: of the group, of definitions, and in ARNs. */
  readonly modelPackageGroupName: string;
  readonly modelPackageGroupArn: string;

  /**
   * Lets the consumers of the registry read artifacts of models that are registered in it, and decrypt them.
   * @param prefixes of keys in the store of the registry, with a `/` at the end
   */
  admitModels(prefixes: readonly string[]): void;
}
