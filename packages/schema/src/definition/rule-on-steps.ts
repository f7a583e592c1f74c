import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SageMakerStepType } from '../step-types/step-type-names.js';
import type { DefinitionContext } from './definition-context.js';
import type { DefinitionRule } from './definition-rule.js';
import type { PlacedStep } from './placed-steps.js';

/** A rule on the form of single types of steps: it names them as data, and its check sees no other steps. */
export interface RuleOnSteps extends Omit<DefinitionRule, 'check'> {
  readonly types: readonly SageMakerStepType[];
  readonly check: (placed: PlacedStep, context: DefinitionContext) => Iterable<Diagnostic>;
}

/**
 * Makes a rule on definitions of a rule on steps. Types that Millrace does not implement have such rules too, so they are
 * listed with all others and not in the declarations of types (`docs/decisions/040-rules-on-single-types.md`).
 */
export function ruleOnSteps({ types, check, ...rule }: RuleOnSteps): DefinitionRule {
  return {
    ...rule,
    check: function* (context) {
      for (const type of types) for (const placed of context.stepsOfType(type)) yield* check(placed, context);
    },
  };
}
