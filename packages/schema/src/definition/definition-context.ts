import type { PipelineLimits } from '../graph/pipeline-limits.js';
import type { Json } from '../source/json.js';
import { AllowedMembers } from './allowed-members.js';
import { definitionExpressions, type OwnedExpression } from './definition-expressions.js';
import type { PipelineDefinition } from './pipeline-definition.js';
import { type PlacedStep, placedSteps } from './placed-steps.js';
import { type Waits, waitsOfSteps } from './waits-of-steps.js';

/** What a definition is checked with. */
interface DefinitionContextOptions {
  readonly limits: PipelineLimits;
  readonly text?: string | undefined;
  readonly allowUnknownMembers?: readonly string[] | undefined;
}

/** What rules on definitions read, looked up once. */
export class DefinitionContext {
  readonly limits: PipelineLimits;
  readonly allowedMembers: AllowedMembers;
  /** The definition as text, where there is one. */
  readonly text: string | undefined;
  readonly steps: readonly PlacedStep[];
  readonly expressions: readonly OwnedExpression[];
  readonly #byName: ReadonlyMap<string, PlacedStep>;
  readonly #byType = new Map<string, PlacedStep[]>();
  #waits: Waits | undefined;

  constructor(
    readonly definition: PipelineDefinition,
    options: DefinitionContextOptions,
  ) {
    this.limits = options.limits;
    this.allowedMembers = new AllowedMembers(options.allowUnknownMembers);
    this.text = options.text;
    this.steps = placedSteps(definition);
    this.expressions = definitionExpressions(definition, this.steps);
    this.#byName = new Map(this.steps.map((placed) => [placed.step.Name, placed]));
    for (const placed of this.steps) this.#rememberType(placed);
  }

  #rememberType(placed: PlacedStep): void {
    const known = this.#byType.get(placed.step.Type);
    if (known === undefined) this.#byType.set(placed.step.Type, [placed]);
    else known.push(placed);
  }

  /** The step of that name. */
  step(name: string): PlacedStep | undefined {
    return this.#byName.get(name);
  }

  /** The steps of a type, in the order of the document. */
  stepsOfType(type: string): readonly PlacedStep[] {
    return this.#byType.get(type) ?? [];
  }

  /** What every step waits for; few rules ask. */
  get waits(): Waits {
    this.#waits ??= waitsOfSteps(this.steps, this.expressions);
    return this.#waits;
  }

  /** The definition as JSON. */
  get json(): Json {
    // The typed members of a definition are JSON; their interfaces have no index signature to say so.
    return this.definition as unknown as Json;
  }
}
