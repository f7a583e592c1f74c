import {
  DEFAULT_PIPELINE_LIMITS,
  DefinitionContext,
  type ImageLock,
  type Json,
  type PipelineDefinition,
  type PipelineLimits,
  type PlacedStep,
} from '@millrace/schema';
import type { PolicyValue } from '../values/policy-value.js';
import type { StandIn } from '../values/stand-in.js';
import { ValueReader } from '../values/value-reader.js';
import type { LocalScripts } from './local-scripts.js';
import { environmentValues, type PolicyEnvironment } from './policy-environment.js';

/** What a check knows besides the definition. */
export interface PolicyContextOptions {
  /** The name of the pipeline, which stands beside its definition and not in it. */
  readonly pipelineName?: string | undefined;
  /** Without it nothing is compared with limits of an environment. */
  readonly environment?: PolicyEnvironment | undefined;
  /** Quotas that AWS has raised for the account. */
  readonly limits?: Partial<PipelineLimits> | undefined;
  /** What is deployed in the environment now, for rules on changes. */
  readonly deployed?: PipelineDefinition | undefined;
  /** Local scripts that the definition names, for rules on what they do. Scripts that lie in S3 already are not looked at. */
  readonly scripts?: readonly LocalScripts[] | undefined;
  /** Digests by the URI of the image with its tag, for fixes: `millrace.lock.yaml` of the project. */
  readonly images?: ImageLock | undefined;
  /** What is known of deploy values that nobody gives; of a definition in a template. */
  readonly standIns?: ReadonlyMap<string, StandIn> | undefined;
}

/** Expressions that a bound definition has none of. */
const SYMBOLIC: ReadonlySet<string> = new Set(['deployValue', 'text']);

/** What rules read: a definition, symbolic or bound, and the environment that it is for. */
export class PolicyContext {
  /** The definition with its steps, expressions and order, as the rules of the schema read it. */
  readonly definition: DefinitionContext;
  /** Undefined where nobody says how the pipeline is called. */
  readonly pipelineName: string | undefined;
  /** Undefined where the check is for no environment in particular. */
  readonly environment: PolicyEnvironment | undefined;
  /** The definition that is deployed now, where that is known. */
  readonly deployed: DefinitionContext | undefined;
  /** By the deploy value that stands for them. */
  readonly scripts: ReadonlyMap<string, LocalScripts>;
  /** Digests that are known, by the URI of the image with its tag. */
  readonly images: ImageLock;
  /** Whether deploy values stand in the definition, so that it is bound later and more of them do no harm. */
  readonly isSymbolic: boolean;
  readonly #values: ReadonlyMap<string, string>;
  readonly #reader: ValueReader;
  readonly #remembered = new Map<unknown, unknown>();

  constructor(
    definition: PipelineDefinition,
    {
      pipelineName,
      environment,
      limits,
      deployed,
      scripts = [],
      images = new Map(),
      standIns,
    }: PolicyContextOptions = {},
  ) {
    const quotas = { limits: { ...DEFAULT_PIPELINE_LIMITS, ...limits } };
    this.definition = new DefinitionContext(definition, quotas);
    this.deployed = deployed === undefined ? undefined : new DefinitionContext(deployed, quotas);
    this.scripts = new Map(scripts.map((each) => [`code:${each.sha256}`, each]));
    this.pipelineName = pipelineName;
    this.environment = environment;
    this.images = images;
    this.isSymbolic = this.definition.expressions.some(({ expression: { kind } }) => SYMBOLIC.has(kind));
    this.#values = environmentValues(environment);
    this.#reader = new ValueReader({ parameters: definition.Parameters ?? [], deployValues: this.#values, standIns });
  }

  /** All steps, those in branches included, in the order of the document. */
  get steps(): readonly PlacedStep[] {
    return this.definition.steps;
  }

  /** What can be said of a value before deployment. */
  read(json: Json | undefined): PolicyValue {
    return this.#reader.read(json);
  }

  /** A deploy value that the environment names. */
  deployValue(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Works something out once for all rules. The function itself is the key, so it must not be made anew for each question. */
  once<T>(work: (context: PolicyContext) => T): T {
    if (!this.#remembered.has(work)) this.#remembered.set(work, work(this));
    // Only this method writes, and what it writes for a function is what that function returns.
    return this.#remembered.get(work) as T;
  }
}
