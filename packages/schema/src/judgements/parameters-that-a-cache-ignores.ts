import type { DefinitionContext } from '../definition/definition-context.js';
import type { OwnedExpression } from '../definition/definition-expressions.js';
import type { PlacedStep } from '../definition/placed-steps.js';
import { parseReference } from '../definition/reference.js';
import { listNames } from '../diagnostics/did-you-mean.js';
import { cacheAttributes, isCached } from './freshness.js';
import type { Judged } from './judged.js';

/** Parameters of one step. */
export interface IgnoredParameters extends Judged {
  readonly parameters: readonly string[];
}

/**
 * Parameters that a cached step reads only where SageMaker does not compare: instance types, roles, output places. A new
 * value for them does not run the step again (rule R72; developer guide, pipelines-default-keys).
 */
export function* parametersThatACacheIgnores({ expressions }: DefinitionContext): Iterable<IgnoredParameters> {
  for (const uses of usesByStep(expressions).values()) {
    const parameters = [...uses.ignored.keys()];
    const reason = `"${uses.owner.step.Name}" is cached and does not run again for another value of ${listNames(parameters)}`;
    const [first] = uses.ignored.values();
    if (first !== undefined) yield { verdict: 'violated', parameters, reason, path: first.path };
  }
}

interface Uses {
  readonly owner: PlacedStep;
  /** Parameters and their first use, as long as none was found that is compared. */
  readonly ignored: Map<string, OwnedExpression>;
  readonly compared: Set<string>;
}

function usesByStep(expressions: readonly OwnedExpression[]): ReadonlyMap<PlacedStep, Uses> {
  const all = new Map<PlacedStep, Uses>();
  for (const placed of expressions) {
    const { owner, expression } = placed;
    if (owner === undefined || expression.kind !== 'get' || !isCached(owner.step)) continue;
    const reference = typeof expression.reference === 'string' ? parseReference(expression.reference) : undefined;
    if (reference?.kind !== 'parameter') continue;
    const uses = all.get(owner) ?? { owner, ignored: new Map(), compared: new Set() };
    all.set(owner, uses);
    addUse(uses, reference.name, placed);
  }
  return all;
}

function addUse({ owner, ignored, compared }: Uses, parameter: string, placed: OwnedExpression): void {
  if (isCompared(owner, placed)) {
    compared.add(parameter);
    ignored.delete(parameter);
  } else if (!compared.has(parameter) && !ignored.has(parameter)) {
    ignored.set(parameter, placed);
  }
}

function isCompared({ step, path }: PlacedStep, placed: OwnedExpression): boolean {
  const inside = placed.path.slice(path.length);
  const way = (inside[0] === 'Arguments' ? inside.slice(1) : inside).join('.');
  return cacheAttributes(step).some((attribute) => way === attribute || way.startsWith(`${attribute}.`));
}
