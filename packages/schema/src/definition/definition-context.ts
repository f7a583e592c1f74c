import type { PipelineLimits } from '../graph/pipeline-limits.js';
import type { Json } from '../source/json.js';
import { definitionExpressions, type OwnedExpression } from './definition-expressions.js';
import type { PipelineDefinition } from './pipeline-definition.js';
import { type PlacedStep, placedSteps } from './placed-steps.js';

/** What rules on definitions read, looked up once. */
export class DefinitionContext {
  readonly limits: PipelineLimits;
  /** The definition as text, where there is one. */
  readonly text: string | undefined;
  readonly steps: readonly PlacedStep[];
  readonly expressions: readonly OwnedExpression[];

  constructor(
    readonly definition: PipelineDefinition,
    options: { readonly limits: PipelineLimits; readonly text?: string | undefined },
  ) {
    this.limits = options.limits;
    this.text = options.text;
    this.steps = placedSteps(definition);
    this.expressions = definitionExpressions(definition, this.steps);
  }

  /** The definition as JSON. */
  get json(): Json {
    // The typed members of a definition are JSON; their interfaces have no index signature to say so.
    return this.definition as unknown as Json;
  }
}
