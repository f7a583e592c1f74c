import type { DeployValueName, Json } from '@millrace/schema';
import type { Construct } from 'constructs';
import { DeployValueBinder, type DeployValueTokens } from '../deploy-values/deploy-value-binder.js';
import { frameworkImageValues } from '../deploy-values/framework-image-values.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { environmentOf } from './check-pipeline-props.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';

/**
 * The deploy values of one pipeline. What the construct makes, its store and its roles, is given one after the other,
 * because the policies of one name the other.
 */
export class PipelineValues {
  readonly binder: DeployValueBinder;
  readonly renderer: PolicyRenderer;
  readonly #made = new Map<DeployValueName, string>();
  readonly #code: ReadonlyMap<DeployValueName, Json>;

  constructor(scope: Construct, props: MlPipelineProps) {
    const { source, values = {} } = props;
    this.#code = new Map(source.pipeline.code.map(({ sha256, uri }) => [`code:${sha256}` as const, uri]));
    const images = frameworkImageValues(scope, source.images);
    const standard = standardDeployValues(scope, { environment: environmentOf(props), projectName: '', values });
    const own: DeployValueTokens = (name) => source.tokens.get(name) ?? this.#made.get(name) ?? this.#codeUri(name);
    const given: DeployValueTokens = (name) => (Object.hasOwn(values, name) ? values[name] : undefined);
    this.binder = new DeployValueBinder(scope, (name) => given(name) ?? own(name) ?? images(name) ?? standard(name));
    this.renderer = new PolicyRenderer(this.binder);
    this.give('module_name', this.binder.text(source.pipeline.settings.platform.projectName));
  }

  /** Says what a deploy value is from now on. */
  give(name: DeployValueName, value: string): void {
    this.#made.set(name, value);
  }

  #codeUri(name: DeployValueName): string | undefined {
    const uri = this.#code.get(name);
    return uri === undefined ? undefined : this.binder.text(uri);
  }
}
