import type { DescribeNode, DescribeScalar, DescribeTrees } from '@millrace/schema';
import type { AdaptedShape, ShapesByName } from './adapted-shape.js';
import type { PublishedModel } from './botocore-model.js';
import { originOf } from './build-service-model.js';
import { collectReachable } from './collect-reachable.js';
import { nameShapes } from './name-shapes.js';
import { operationShape } from './operation-shape.js';
import type { SelectedStepType, ServiceModelSelection } from './service-model-selection.js';

/** Reduces the published model to what `Steps.X.<path>` can walk: names and kinds, sorted by name. */
export function buildDescribeTrees(published: PublishedModel, selection: ServiceModelSelection): DescribeTrees {
  const shapes = nameShapes(published);
  const operations = Object.fromEntries(
    selection.stepTypes.flatMap((selected) =>
      selected.describe.map((operation) => [operation, describedShape(operation, selected, { published, shapes })]),
    ),
  );
  const branches = collectReachable(Object.values(operations), shapes).filter(
    (name) => scalarOf(name, shapes) === undefined,
  );
  return {
    origin: originOf(published),
    operations,
    nodes: Object.fromEntries(branches.map((name) => [name, convert(name, shapes)])),
  };
}

interface Published {
  readonly published: PublishedModel;
  readonly shapes: ShapesByName;
}

function describedShape(operation: string, selected: SelectedStepType, { published, shapes }: Published): string {
  const { service = 'sagemaker', describedMember } = selected;
  const output = operationShape(published, { operation, service, side: 'output' });
  if (describedMember === undefined) return output;
  const inner = shapes.get(output)?.members?.[describedMember]?.shape;
  if (inner === undefined) throw new Error(`the output of ${operation} has no member ${describedMember}`);
  return inner;
}

const SCALARS: Readonly<Record<string, DescribeScalar>> = {
  string: 'String',
  integer: 'Integer',
  long: 'Integer',
  float: 'Float',
  double: 'Float',
  boolean: 'Boolean',
  timestamp: 'Timestamp',
};

function scalarOf(name: string, shapes: ShapesByName): DescribeScalar | undefined {
  return SCALARS[shapes.get(name)?.type ?? ''];
}

function convert(name: string, shapes: ShapesByName): DescribeNode {
  const shape = shapes.get(name);
  if (Object.values<string>(SCALARS).includes(name)) throw new Error(`the node ${name} would be read as a scalar type`);
  const target = (reference: { readonly shape: string } | undefined) =>
    scalarOf(reference?.shape ?? '', shapes) ?? reference?.shape ?? '';
  if (shape?.type === 'list') return { list: target(shape.member) };
  if (shape?.type === 'map') return { map: target(shape.value) };
  if (shape?.type !== 'structure') throw new Error(`${name}: a response had no shape of type ${shape?.type} so far`);
  return { members: members(shape, target) };
}

type Target = (reference: { readonly shape: string }) => string;

function members(shape: AdaptedShape, target: Target): Record<string, string> {
  return Object.fromEntries(Object.entries(shape.members ?? {}).map(([name, reference]) => [name, target(reference)]));
}
