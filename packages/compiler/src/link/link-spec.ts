import {
  type BranchMembership,
  type BranchSide,
  type GraphNode,
  type GraphReference,
  isRawStep,
  isStepType,
  linkExpression,
  type Path,
  type PipelineGraph,
  type PipelineSpec,
  type ReferenceReason,
  type SpecStep,
  stepTypeDeclarations,
  type ValidatedSpec,
  walkExpressions,
} from '@millrace/schema';
import { branchesOf } from './branches.js';
import { linkConditionTests } from './link-condition-tests.js';
import { linkOutputs } from './link-outputs.js';
import { linkRawStep } from './link-raw-step.js';
import { referenceTarget } from './reference-target.js';
import { walkSpecValues } from './walk-spec-values.js';

/** A spec with its names resolved to a graph. */
export interface LinkedSpec {
  readonly validated: ValidatedSpec;
  readonly graph: PipelineGraph;
}

/** The stage "link": steps and the references between them, each with its place in the spec. Names are judged by the graph rules. */
export function linkSpec(validated: ValidatedSpec, groups: PipelineGraph['groups']): LinkedSpec {
  const { spec } = validated;
  const members = memberships(spec);
  const linked = spec.pipeline.steps.map((step, index) =>
    isRawStep(step)
      ? linkRawStep(step, stepPath(index), members.get(step.name))
      : { nodes: [linkStep(step, index, members)], references: stepReferences(step, index) },
  );
  return {
    validated,
    graph: {
      parameters: linkParameters(spec),
      nodes: linked.flatMap(({ nodes }) => nodes),
      references: [...pipelineReferences(spec), ...linked.flatMap(({ references }) => references)],
      branchesByName: true,
      ...(groups === undefined || groups.size === 0 ? {} : { groups }),
    },
  };
}

/** The place of a step in a spec. */
export function stepPath(index: number): Path {
  return ['pipeline', 'steps', index];
}

function linkParameters(spec: PipelineSpec): PipelineGraph['parameters'] {
  return (spec.pipeline.parameters ?? []).map(({ name, type, defaultValue, enumValues }, index) => ({
    name,
    type,
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(enumValues === undefined ? {} : { enumValues }),
    path: ['pipeline', 'parameters', index],
  }));
}

function linkStep(step: SpecStep, index: number, members: ReadonlyMap<string, BranchMembership>): GraphNode {
  const path = stepPath(index);
  const branch = members.get(step.name);
  const conditions = linkConditionTests(step, [...path, step.bodyKey]);
  return {
    name: step.name,
    type: step.type,
    path,
    namePath: [...path, 'name'],
    ...(branch === undefined ? {} : { branch }),
    ...linkOutputs(step, [...path, step.bodyKey]),
    ...(conditions === undefined ? {} : { conditions }),
  };
}

/** The first claim of a condition on each step; further claims are told by the rule on branches. */
function memberships(spec: PipelineSpec): ReadonlyMap<string, BranchMembership> {
  const members = new Map<string, BranchMembership>();
  for (const [index, step] of spec.pipeline.steps.entries()) {
    if (isRawStep(step)) continue;
    for (const { name, side, path } of branchesOf(step, stepPath(index))) {
      if (!members.has(name)) members.set(name, { condition: step.name, side, path });
    }
  }
  return members;
}

function stepReferences(step: SpecStep, index: number): readonly GraphReference[] {
  const path = stepPath(index);
  return [
    ...(step.dependsOn ?? []).map((name, at) => stepReference(step.name, name, [...path, 'dependsOn', at])),
    ...branchesOf(step, path).map(({ name, side, path: at }) => branchReference(step.name, { name, side }, at)),
    ...valueReferences(step, path),
  ];
}

function stepReference(from: string, step: string, path: Path): GraphReference {
  return { from, to: { kind: 'step', step }, reason: 'dependsOn', path };
}

function branchReference(from: string, { name, side }: { name: string; side: BranchSide }, path: Path): GraphReference {
  return { from, to: { kind: 'branchStep', step: name, side }, reason: 'branch', path };
}

function valueReferences(step: SpecStep, path: Path): readonly GraphReference[] {
  const { name, bodyKey, body, environment, network, roleArn, kmsKeyArn, tags } = step;
  const reason =
    isStepType(step.type) && stepTypeDeclarations[step.type].facts.execution === 'branch' ? 'condition' : 'value';
  const parts = { environment, network, roleArn, kmsKeyArn, tags, [bodyKey]: body, arguments: step.arguments };
  return collect(parts, path, { from: name, reason });
}

// Settings of the pipeline as a whole are used by no step in particular.
function pipelineReferences(spec: PipelineSpec): readonly GraphReference[] {
  const { pipeline, ...top } = spec;
  const from = { from: undefined, reason: 'value' } as const;
  const { networkConfig, experiment, mlflow } = pipeline;
  return [...collect(top, [], from), ...collect({ networkConfig, experiment, mlflow }, ['pipeline'], from)];
}

function collect(
  part: unknown,
  path: Path,
  { from, reason }: { from: string | undefined; reason: ReferenceReason },
): readonly GraphReference[] {
  const references: GraphReference[] = [];
  walkSpecValues(part, path, {
    value: (value, at) => {
      const to = referenceTarget(value, at);
      if (to !== undefined) references.push({ from, to, reason, path: [...at, ...value.at] });
    },
    verbatim: (json, at) => {
      walkExpressions(json, at, (placed) => references.push(...linkExpression(placed, { from, reason })));
    },
  });
  return references;
}
