import type { TypeOfExpression } from '../service-model/argument-checks/check-expression.js';
import { describeOperationOf } from '../service-model/describe-operation-of.js';
import { describePath } from '../service-model/describe-path.js';
import type { DescribeTrees } from '../service-model/describe-trees.js';

import { stepTypeRequest } from '../step-types/step-type-registry.js';
import type { ParameterType, PipelineDefinition } from './pipeline-definition.js';
import { placedSteps } from './placed-steps.js';
import { parseReference, type Reference } from './reference.js';

/** Answers of which type the value of a `Get` will be, as far as the definition and AWS's shapes tell. */
export function typesOfExpressions(definition: PipelineDefinition, trees: DescribeTrees | undefined): TypeOfExpression {
  const parameters = new Map((definition.Parameters ?? []).map(({ Name, Type }) => [Name, Type ?? 'String'] as const));
  const stepTypes = new Map(placedSteps(definition).map(({ step }) => [step.Name, step.Type]));

  function typeOf(reference: Reference): ParameterType | undefined {
    if (reference.kind === 'parameter') return parameters.get(reference.name);
    if (reference.kind === 'execution' || reference.kind === 'experiment') return 'String';
    return reference.kind === 'property' ? typeOfProperty(reference) : undefined;
  }

  function typeOfProperty({ step, path }: Reference & { kind: 'property' }): ParameterType | undefined {
    const operation = describeOperationOf(stepTypeRequest(stepTypes.get(step) ?? ''));
    if (trees === undefined || operation === undefined || !Object.hasOwn(trees.operations, operation)) return undefined;
    const described = describePath(trees, { operations: [operation], path });
    return described.ok && described.type !== 'Timestamp' ? described.type : undefined;
  }

  return ({ Get }) => {
    const reference = typeof Get === 'string' ? parseReference(Get) : undefined;
    return reference === undefined ? undefined : typeOf(reference);
  };
}
