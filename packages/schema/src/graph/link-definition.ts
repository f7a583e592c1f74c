import { definitionExpressions, type OwnedExpression, stepExpressions } from '../definition/definition-expressions.js';
import type { DefinitionParameter, PipelineDefinition } from '../definition/pipeline-definition.js';
import { type PlacedStep, placedSteps } from '../definition/placed-steps.js';
import { stepTypeFacts } from '../step-types/step-type-registry.js';
import { linkConditions } from './link-conditions.js';
import { linkExpression } from './link-expression.js';
import { declaredKeys, declaredOutputs } from './link-keyed-lists.js';
import type { GraphNode, GraphParameter, GraphReference, PipelineGraph } from './pipeline-graph.js';

/**
 * The graph of a definition, whoever wrote it: edges are `DependsOn`, every `Steps.X` in an argument,
 * and each condition to the steps of its branches (facts/sagemaker-pipelines, section 4.1). Steps of
 * types that Millrace does not implement are linked like all others.
 */
export function linkDefinition(definition: PipelineDefinition): PipelineGraph {
  const steps = placedSteps(definition);
  const expressions = definitionExpressions(definition, steps);
  return {
    parameters: (definition.Parameters ?? []).map(linkParameter),
    ...linkSteps(steps, expressions),
    branchesByName: false,
  };
}

/** The part of a graph that some steps are, with the expressions around and in them. */
export function linkSteps(
  steps: readonly PlacedStep[],
  expressions: readonly OwnedExpression[] = stepExpressions(steps),
): Pick<PipelineGraph, 'nodes' | 'references'> {
  return {
    nodes: steps.map(linkStep),
    references: [
      ...steps.flatMap(branchReference),
      ...steps.flatMap(dependencyReferences),
      ...expressions.flatMap(valueReference),
    ],
  };
}

function linkParameter({ Name, Type, DefaultValue, EnumValues }: DefinitionParameter, index: number): GraphParameter {
  return {
    name: Name,
    type: Type ?? 'String',
    ...(DefaultValue === undefined ? {} : { defaultValue: DefaultValue }),
    ...(EnumValues === undefined ? {} : { enumValues: EnumValues }),
    path: ['Parameters', index, 'Name'],
  };
}

function linkStep({ step, path, branch }: PlacedStep): GraphNode {
  const files = (step.PropertyFiles ?? []).map(({ PropertyFileName, OutputName, FilePath }, index) => ({
    name: PropertyFileName,
    outputName: OutputName,
    filePath: FilePath,
    path: [...path, 'PropertyFiles', index],
    places: {
      outputName: [...path, 'PropertyFiles', index, 'OutputName'],
      filePath: [...path, 'PropertyFiles', index, 'FilePath'],
    },
  }));
  const isBranch = stepTypeFacts(step.Type)?.execution === 'branch';
  return {
    name: step.Name,
    type: step.Type,
    path,
    namePath: [...path, 'Name'],
    ...(branch === undefined ? {} : { branch }),
    outputs: declaredOutputs(step),
    keyedLists: declaredKeys(step),
    propertyFiles: files,
    ...(isBranch
      ? { conditions: linkConditions(step.Arguments['Conditions'], [...path, 'Arguments', 'Conditions']) }
      : {}),
  };
}

function branchReference({ step, path, branch }: PlacedStep): readonly GraphReference[] {
  if (branch === undefined) return [];
  return [
    {
      from: branch.condition,
      to: { kind: 'branchStep', step: step.Name, side: branch.side },
      reason: 'branch',
      path: [...path, 'Name'],
    },
  ];
}

function dependencyReferences({ step, path }: PlacedStep): readonly GraphReference[] {
  return (step.DependsOn ?? []).map((name, index) => ({
    from: step.Name,
    to: { kind: 'step', step: name },
    reason: 'dependsOn',
    path: [...path, 'DependsOn', index],
  }));
}

function valueReference({ owner, ...placed }: OwnedExpression): readonly GraphReference[] {
  const isCondition = owner !== undefined && stepTypeFacts(owner.step.Type)?.execution === 'branch';
  return linkExpression(placed, { from: owner?.step.Name, reason: isCondition ? 'condition' : 'value' });
}
