import {
  deployValueNameOf,
  isJsonObject,
  isJsonScalar,
  type Json,
  type JsonObject,
  textPartsOf,
} from '@millrace/schema';
import type { PolicyContextOptions } from '../rule/policy-context.js';
import { environmentValues, type PolicyEnvironment } from '../rule/policy-environment.js';
import type { PolicyValue } from '../values/policy-value.js';
import { ValueReader } from '../values/value-reader.js';
import { asIntrinsic } from './intrinsic.js';
import { namedResources } from './named-resources.js';
import { readResources } from './read-resources.js';
import type { TemplateResource } from './template-resource.js';
import { TemplateSymbols } from './template-symbols.js';

/** What rules on templates read: the resources of a CloudFormation template, and the environment that it is for. */
export class TemplateContext {
  readonly resources: readonly TemplateResource[];
  /** Undefined where the check is for no environment in particular. */
  readonly environment: PolicyEnvironment | undefined;
  /** What else the check was told; definitions inside the template are checked with it too. */
  readonly options: PolicyContextOptions;
  /** Makes values of the template symbolic. */
  readonly symbols: TemplateSymbols;
  readonly #byId: ReadonlyMap<string, TemplateResource>;
  readonly #values: ReadonlyMap<string, string>;
  readonly #reader: ValueReader;
  readonly #read = new WeakMap<object, PolicyValue>();
  readonly #remembered = new Map<unknown, unknown>();

  /** @param template what is no template has no resources */
  constructor(template: Json, options: PolicyContextOptions = {}) {
    const json: JsonObject = isJsonObject(template) ? template : {};
    this.options = options;
    this.environment = options.environment;
    this.resources = readResources(json);
    this.#byId = new Map(this.resources.map((each) => [each.logicalId, each]));
    this.#values = environmentValues(options.environment);
    this.symbols = new TemplateSymbols(json, this.#values.get('region'));
    this.#reader = new ValueReader({ parameters: [], deployValues: this.#values, standIns: this.symbols.standIns });
  }

  /** The resource of that logical id. */
  resource(logicalId: string): TemplateResource | undefined {
    return this.#byId.get(logicalId);
  }

  /** The resources of some types, in the order of the template. */
  ofType(...types: readonly string[]): readonly TemplateResource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /**
   * What can be said of a value before deployment. Functions of CloudFormation are read: a `Ref` to a parameter with its
   * default and its allowed values, pseudo parameters, texts of `Fn::Join` and `Fn::Sub`, both sides of `Fn::If`, mappings.
   * What a resource has is the deploy value `resource:<logical id>.<attribute>`, without attribute for a `Ref`.
   */
  read(json: Json | undefined): PolicyValue {
    if (json === undefined || isJsonScalar(json)) return this.#reader.read(json && this.symbols.symbolic(json));
    const known = this.#read.get(json);
    if (known !== undefined) return known;
    const value = this.#readAnew(json);
    this.#read.set(json, value);
    return value;
  }

  /** What is neither function nor symbolic already is a list or a map; its members are read one by one. */
  #readAnew(json: Json): PolicyValue {
    const isSymbolic = deployValueNameOf(json) !== undefined || textPartsOf(json) !== undefined;
    if (!isSymbolic && asIntrinsic(json) === undefined) return { kind: 'structure' };
    return this.#reader.read(this.symbols.symbolic(json));
  }

  /** The resource of this template that a value is: a `Ref`, a `Fn::GetAtt`, or a text of nothing but one of them. */
  resourceOf(json: Json | undefined): TemplateResource | undefined {
    const [only, ...others] = this.resourcesIn(json);
    const isWhole = json !== undefined && deployValueNameOf(this.symbols.symbolic(json)) !== undefined;
    return isWhole && others.length === 0 ? only : undefined;
  }

  /** The resources of this template that a value names anywhere: in a text of `Fn::Join`, on both sides of `Fn::If`. */
  resourcesIn(json: Json | undefined): readonly TemplateResource[] {
    const names = json === undefined ? [] : namedResources(this.symbols.symbolic(json), this.symbols.standIns);
    return [...new Set(names)].flatMap((name) => this.resource(name) ?? []);
  }

  /** A deploy value that the environment names. */
  deployValue(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Works something out once for all rules. The function itself is the key, so it must not be made anew for each question. */
  once<T>(work: (context: TemplateContext) => T): T {
    if (!this.#remembered.has(work)) this.#remembered.set(work, work(this));
    // Only this method writes, and what it writes for a function is what that function returns.
    return this.#remembered.get(work) as T;
  }
}
