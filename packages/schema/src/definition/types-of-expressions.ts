import { declaredTypes } from '../graph/link-keyed-lists.js';
import type { TypeOfExpression } from '../service-model/argument-checks/check-expression.js';
import type { DescribeScalar, DescribeTrees } from '../service-model/describe-trees.js';
import { describeStepPath } from '../step-types/describe-step-path.js';
import type { ParameterType, PipelineDefinition } from './pipeline-definition.js';
import { placedSteps } from './placed-steps.js';
import { formatPropertyPath, parseReference, type Reference } from './reference.js';

// How SageMaker writes a Timestamp is not documented, and Any is not known before the execution.
function isParameterType(type: DescribeScalar): type is ParameterType {
  return type !== 'Timestamp' && type !== 'Any';
}

/** Answers of which type the value of a `Get` will be, as far as the definition and AWS's shapes tell. */
export function typesOfExpressions(definition: PipelineDefinition, trees: DescribeTrees | undefined): TypeOfExpression {
  const parameters = new Map((definition.Parameters ?? []).map(({ Name, Type }) => [Name, Type ?? 'String'] as const));
  const steps = new Map(placedSteps(definition).map(({ step }) => [step.Name, step]));

  function typeOf(reference: Reference): ParameterType | undefined {
    if (reference.kind === 'parameter') return parameters.get(reference.name);
    if (reference.kind === 'execution' || reference.kind === 'experiment') return 'String';
    return reference.kind === 'property' ? typeOfProperty(reference) : undefined;
  }

  function typeOfProperty({ step: name, path }: Reference & { kind: 'property' }): ParameterType | undefined {
    const step = steps.get(name);
    if (trees === undefined || step === undefined) return undefined;
    const stated = declaredTypes(step).get(formatPropertyPath(path));
    if (stated !== undefined) return stated;
    const described = describeStepPath(trees, { type: step.Type, path });
    return described?.ok === true && isParameterType(described.type) ? described.type : undefined;
  }

  return ({ Get }) => {
    const reference = typeof Get === 'string' ? parseReference(Get) : undefined;
    return reference === undefined ? undefined : typeOf(reference);
  };
}
