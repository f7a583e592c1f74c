import type { DefinitionContext } from '../definition/definition-context.js';
import type { Expression } from '../definition/expression.js';
import { memberAt } from '../definition/member-at.js';
import type { DefinitionStep } from '../definition/pipeline-definition.js';
import { formatPropertyPath, type PropertyPath, parseReference, type Reference } from '../definition/reference.js';
import { type PlacedExpression, walkExpressions } from '../definition/walk-expressions.js';
import type { Path } from '../diagnostics/diagnostic.js';
import type { Json } from '../source/json.js';
import { stepTypeFacts } from '../step-types/step-type-registry.js';
import { declaredValue } from './declared-value.js';

/** How a value compares between two executions of one definition that were started alike. */
export type Freshness = { readonly kind: 'constant' | 'unknown' } | ({ readonly kind: 'fresh' } & FreshReason);

/** Why a value differs in every execution. */
export interface FreshReason {
  /** Completes "differs in every execution, because …". */
  readonly because: string;
  /** True where it comes from a step that is cached in vain: mending that step mends this too. */
  readonly isConsequence: boolean;
}

/** A part of a value that differs in every execution. */
export interface FreshPart extends FreshReason {
  readonly path: Path;
}

/** An attribute of a cache key that differs in every execution. */
export interface FreshAttribute extends FreshPart {
  readonly attribute: string;
}

const CONSTANT: Freshness = { kind: 'constant' };
const UNKNOWN: Freshness = { kind: 'unknown' };

/** The others name the pipeline, which stays. */
const FRESH_VARIABLES: ReadonlySet<string> = new Set([
  'StartDateTime',
  'CurrentDateTime',
  'PipelineExecutionId',
  'PipelineExecutionArn',
  'TrainingJobName',
  'ProcessingJobName',
]);

/** What a step that runs gets anew: names, ARNs and times of what it makes, and places that contain the name of its job. */
const MADE_ANEW = /(?:Name|Arn|Time|S3ModelArtifacts)$/;

/** Names of jobs are generated, even where the arguments state a prefix of them. */
const JOB_NAME = /JobName$/;

/** Chains of references that are longer are not followed; what lies behind them is unknown. */
const LONGEST_CHAIN = 60;

/** One judge for all judgements of a definition, since its answers are expensive. */
const judges = new WeakMap<DefinitionContext, FreshnessJudge>();

/** The judge of a definition. */
export function freshnessIn(context: DefinitionContext): FreshnessJudge {
  const known = judges.get(context);
  if (known !== undefined) return known;
  const judge = new FreshnessJudge(context);
  judges.set(context, judge);
  return judge;
}

/** Asks of values whether they differ in every execution; follows references to the steps that make the values. */
export class FreshnessJudge {
  readonly #steps: ReadonlyMap<string, DefinitionStep>;
  readonly #properties = new Map<string, Freshness>();
  readonly #caches = new Map<string, Freshness['kind']>();
  readonly #attributes = new Map<DefinitionStep, readonly FreshAttribute[]>();
  #depth = 0;

  constructor({ steps }: DefinitionContext) {
    this.#steps = new Map(steps.map(({ step }) => [step.Name, step]));
  }

  /** How the value compares between executions. */
  of(value: Json | undefined): Freshness {
    let found = CONSTANT;
    this.#visit(value ?? null, [], ({ expression }) => {
      const freshness = this.#ofExpression(expression);
      if (found.kind !== 'fresh' && freshness.kind !== 'constant') found = freshness;
    });
    return found;
  }

  /** The parts of the value that differ in every execution. */
  freshParts(value: Json | undefined, path: Path): readonly FreshPart[] {
    const parts: FreshPart[] = [];
    this.#visit(value ?? null, path, (placed) => {
      const freshness = this.#ofExpression(placed.expression);
      if (freshness.kind !== 'fresh') return;
      const { because, isConsequence } = freshness;
      parts.push({ path: placed.path, because, isConsequence });
    });
    return parts;
  }

  /** Of each attribute of the step's cache key a part that differs in every execution, the causes first: with one, it never hits. */
  freshAttributes(step: DefinitionStep, path: Path): readonly FreshAttribute[] {
    const known = this.#attributes.get(step);
    if (known !== undefined) return known;
    const found = cacheAttributes(step).flatMap((attribute) => {
      const { value, at } = attributeOf(step, attribute);
      const parts = this.freshParts(value, [...path, ...at]);
      const first = parts.find(({ isConsequence }) => !isConsequence) ?? parts[0];
      return first === undefined ? [] : [{ ...first, attribute }];
    });
    this.#attributes.set(step, found);
    return found;
  }

  #visit(value: Json, path: Path, visit: (placed: PlacedExpression) => void): void {
    walkExpressions(value, path, visit);
  }

  #ofExpression(expression: Expression): Freshness {
    if (expression.kind === 'jsonGet') return UNKNOWN;
    if (expression.kind !== 'get') return CONSTANT;
    const reference = typeof expression.reference === 'string' ? parseReference(expression.reference) : undefined;
    return reference === undefined ? UNKNOWN : this.#ofReference(reference);
  }

  #ofReference(reference: Reference): Freshness {
    if (reference.kind === 'execution') {
      if (!FRESH_VARIABLES.has(reference.variable)) return CONSTANT;
      return { kind: 'fresh', because: `it contains Execution.${reference.variable}`, isConsequence: false };
    }
    return reference.kind === 'property' ? this.#ofProperty(reference) : UNKNOWN;
  }

  #ofProperty({ step: name, path }: { step: string; path: PropertyPath }): Freshness {
    const step = this.#steps.get(name);
    const key = `${name}${formatPropertyPath(path)}`;
    const known = this.#properties.get(key);
    if (known !== undefined || step === undefined || this.#depth >= LONGEST_CHAIN) return known ?? UNKNOWN;
    // A cycle has been reported; here it must only end.
    this.#properties.set(key, UNKNOWN);
    this.#depth++;
    const found = this.#findProperty(step, path);
    this.#depth--;
    this.#properties.set(key, found);
    return found;
  }

  #findProperty(step: DefinitionStep, path: PropertyPath): Freshness {
    const facts = stepTypeFacts(step.Type);
    // A function or a person may give the same answer again.
    if (facts === undefined || !RUNS_ANEW.has(facts.execution)) return UNKNOWN;
    const again = this.#resultIsUsedAgain(step);
    if (again !== 'fresh') return { kind: again };
    const made = this.#ofNewResult(step, path);
    if (made === undefined) return UNKNOWN;
    return made === false ? CONSTANT : { kind: 'fresh', because: made, isConsequence: isCached(step) };
  }

  /** Why the property of a step that runs differs each time; false where it does not, undefined where nobody knows. */
  #ofNewResult(step: DefinitionStep, path: PropertyPath): string | false | undefined {
    const last = path.at(-1);
    const member = last !== undefined && 'member' in last ? last.member : '';
    const declared = JOB_NAME.test(member) ? undefined : declaredValue(step, path);
    if (declared === undefined)
      return MADE_ANEW.test(member) ? `"${step.Name}" makes a new ${member} whenever it runs` : undefined;
    const { kind } = this.of(declared);
    if (kind === 'unknown') return undefined;
    return kind === 'fresh' && `"${step.Name}" writes to a new place whenever it runs`;
  }

  /** `constant`: a second execution uses the result of the first; `fresh`: the step runs every time. */
  #resultIsUsedAgain(step: DefinitionStep): Freshness['kind'] {
    if (!isCached(step)) return 'fresh';
    const known = this.#caches.get(step.Name);
    if (known !== undefined) return known;
    this.#caches.set(step.Name, 'unknown');
    const kinds = cacheAttributes(step).map((attribute) => this.of(attributeOf(step, attribute).value).kind);
    const kind = (['fresh', 'unknown'] as const).find((each) => kinds.includes(each)) ?? 'constant';
    this.#caches.set(step.Name, kind);
    return kind;
  }
}

const RUNS_ANEW: ReadonlySet<string> = new Set(['container-job', 'record']);

/** Whether caching is switched on, for a step whose type is cached. */
export function isCached(step: DefinitionStep): boolean {
  return step.CacheConfig?.['Enabled'] === true && cacheAttributes(step).length > 0;
}

/** What SageMaker compares to find a result that it can use again; empty for types that are not cached. */
export function cacheAttributes({ Type }: DefinitionStep): readonly string[] {
  const cache = stepTypeFacts(Type)?.cache;
  return cache === undefined || cache === false ? [] : cache.attributes;
}

/** An attribute of the cache key and where it stands in the step: most are arguments, those of checks stand beside them. */
export function attributeOf(step: DefinitionStep, attribute: string): { value: Json | undefined; at: Path } {
  const way = attribute.split('.');
  const argument = memberAt(step.Arguments, ...way);
  if (argument !== undefined) return { value: argument, at: ['Arguments', ...way] };
  // Members beside the common ones are typed unknown, but they were read from JSON.
  return { value: step[attribute] as Json | undefined, at: [attribute] };
}
