import {
  type DeployValueName,
  deployValue,
  deployValueNameOf,
  type FixedDeployValueName,
  isJsonList,
  isJsonObject,
  isJsonScalar,
  type Json,
  type JsonObject,
  objectFromEntries,
} from '@millrace/schema';
import type { StandIn } from '../values/stand-in.js';
import { dynamicParts } from './dynamic-references.js';
import { asIntrinsic, type Intrinsic, referenceOf, type TemplateReference } from './intrinsic.js';
import { mappedValues } from './mapped-values.js';
import { objectAt } from './read-resources.js';
import { substitutedParts } from './substituted-parts.js';
import { symbolicText } from './symbolic-text.js';
import { isFromParent, parameterStandIn, ssmPathOf } from './template-parameters.js';

/** Pseudo parameters that have a deploy value of their own. */
const PSEUDO_PARAMETERS: Readonly<Record<string, FixedDeployValueName>> = {
  'AWS::AccountId': 'account',
  'AWS::Region': 'region',
  'AWS::Partition': 'partition',
};

/**
 * Makes values of a template symbolic: what CloudFormation works out becomes a deploy value, and a text of such parts a text.
 * `resource:JobRole.Arn` is what the template says of one of its resources, or of one that another stack exports;
 * everything else that has no name of its own is `template:…`, of which {@link standIns} says what is known.
 */
export class TemplateSymbols {
  /** What is known of deploy values: parameters with their defaults, both sides of conditions. Grows with what is read. */
  readonly standIns: ReadonlyMap<string, StandIn>;
  readonly #standIns = new Map<string, StandIn>();
  readonly #parameters: JsonObject;
  readonly #resources: JsonObject;
  readonly #mappings: JsonObject;
  /** Functions that have no name of their own, by what they are given. */
  readonly #names = new Map<string, DeployValueName>();

  /** @param region of the deployment, where it is known */
  constructor(
    template: JsonObject,
    readonly region?: string,
  ) {
    this.standIns = this.#standIns;
    this.#parameters = objectAt(template, 'Parameters');
    this.#resources = objectAt(template, 'Resources');
    this.#mappings = objectAt(template, 'Mappings');
  }

  /** The symbolic value; members and entries that are `AWS::NoValue` are left out, and null stands for it elsewhere. */
  symbolic(json: Json): Json {
    if (typeof json === 'string') return symbolicText(dynamicParts(json));
    if (isJsonScalar(json)) return json;
    const intrinsic = asIntrinsic(json);
    if (intrinsic !== undefined) return this.#apply(intrinsic);
    if (isJsonList(json)) return json.filter((each) => !isNoValue(each)).map((each) => this.symbolic(each));
    return this.#members(json);
  }

  #members(json: Json): Json {
    const entries = isJsonObject(json) ? Object.entries(json) : [];
    const given = entries.filter(([, member]) => !isNoValue(member));
    return objectFromEntries(given.map(([key, member]) => [key, this.symbolic(member)]));
  }

  #apply(intrinsic: Intrinsic): Json {
    const { name, given } = intrinsic;
    const reference = referenceOf(intrinsic);
    if (reference !== undefined) return this.#refer(reference);
    if (name === 'Fn::Join') return this.#join(intrinsic);
    if (name === 'Fn::If') return this.#decide(intrinsic);
    if (name === 'Fn::Select') return this.#select(intrinsic);
    if (name === 'Fn::FindInMap') return this.#look(intrinsic);
    if (name === 'Fn::ImportValue') return this.#import(intrinsic);
    const parts = name === 'Fn::Sub' ? substitutedParts(given) : undefined;
    return parts === undefined ? this.#unnamed(intrinsic) : symbolicText(parts.map((part) => this.symbolic(part)));
  }

  #refer({ id, attribute }: TemplateReference): Json {
    if (id === 'AWS::NoValue') return null;
    if (id === 'AWS::URLSuffix') return this.region?.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    const pseudo = Object.hasOwn(PSEUDO_PARAMETERS, id) ? PSEUDO_PARAMETERS[id] : undefined;
    if (pseudo !== undefined) return deployValue(pseudo);
    if (Object.hasOwn(this.#resources, id)) {
      return deployValue(attribute === undefined ? `resource:${id}` : `resource:${id}.${attribute}`);
    }
    return this.#referToParameter(id, objectAt(this.#parameters, id));
  }

  #referToParameter(id: string, declaration: JsonObject): Json {
    if (isFromParent(id)) return deployValue(`resource:${id}`);
    const ssm = ssmPathOf(declaration);
    if (ssm !== undefined) return deployValue(`ssm:${ssm}`);
    const standIn = parameterStandIn(id, declaration);
    if (standIn !== undefined) this.#standIns.set(`template:${id}`, standIn);
    return deployValue(`template:${id}`);
  }

  #join(intrinsic: Intrinsic): Json {
    const [separator, parts] = isJsonList(intrinsic.given) ? intrinsic.given : [];
    if (typeof separator !== 'string' || !isJsonList(parts)) return this.#unnamed(intrinsic);
    const symbolic = parts.filter((each) => !isNoValue(each)).map((part) => this.symbolic(part));
    return symbolicText(symbolic.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
  }

  #decide(intrinsic: Intrinsic): Json {
    const [condition, ...sides] = isJsonList(intrinsic.given) ? intrinsic.given : [];
    return this.#choose(intrinsic, sides, `the condition "${String(condition)}"`);
  }

  #look(intrinsic: Intrinsic): Json {
    const values = mappedValues(this.#mappings, intrinsic.given, this.region);
    const [name] = isJsonList(intrinsic.given) ? intrinsic.given : [];
    return this.#choose(intrinsic, values, `the mapping "${String(name)}"`);
  }

  #choose(intrinsic: Intrinsic, sides: readonly Json[], by: string): Json {
    if (sides.length === 0) return this.#unnamed(intrinsic);
    const options = sides.map((side) => this.symbolic(side));
    const [only = null] = options;
    if (options.length === 1) return only;
    const value = this.#unnamed(intrinsic);
    this.#standIns.set(deployValueNameOf(value) ?? '', { kind: 'choice', options, by });
    return value;
  }

  #select(intrinsic: Intrinsic): Json {
    const [index, list] = isJsonList(intrinsic.given) ? intrinsic.given : [];
    const chosen = isJsonList(list) ? list[Number(index)] : undefined;
    return chosen === undefined ? this.#unnamed(intrinsic) : this.symbolic(chosen);
  }

  /** What another stack of the account and the region exports. */
  #import({ given }: Intrinsic): Json {
    return deployValue(`resource:${typeof given === 'string' ? given : JSON.stringify(given)}`);
  }

  /** A function whose value only CloudFormation knows; the same function has the same name wherever it stands. */
  #unnamed({ name, given }: Intrinsic): JsonObject {
    const content = JSON.stringify([name, given]);
    const known = this.#names.get(content) ?? (`template:${name} ${this.#names.size + 1}` as const);
    this.#names.set(content, known);
    return deployValue(known);
  }
}

function isNoValue(json: Json): boolean {
  return isJsonObject(json) && json['Ref'] === 'AWS::NoValue';
}
