import type { ServiceModel, ServiceModelOrigin, ServiceShape } from '@millrace/schema';
import { adaptRequest } from './adapt-request.js';
import type { AdaptedShape, ShapesByName } from './adapted-shape.js';
import type { PublishedModel } from './botocore-model.js';
import { collectReachable } from './collect-reachable.js';
import { nameShapes } from './name-shapes.js';
import { operationShape } from './operation-shape.js';
import { repairPattern } from './repair-pattern.js';
import type { SelectedStepType, ServiceModelSelection } from './service-model-selection.js';

/** Reduces the published model to the requests of the selection: no prose, no responses, sorted by name. */
export function buildServiceModel(published: PublishedModel, selection: ServiceModelSelection): ServiceModel {
  const shapes = nameShapes(published);
  const requests = Object.fromEntries(
    selection.stepTypes.map((selected) => {
      const input = inputShape(selected, published, shapes);
      return [selected.request, adaptRequest(selected, input, shapes)];
    }),
  );
  const names = collectReachable(Object.values(requests), shapes);
  requireUsed(Object.keys(selection.closedEnums), names);
  return {
    origin: originOf(published),
    requests,
    shapes: Object.fromEntries(names.map((name) => [name, convert(name, shapes.get(name), selection)])),
  };
}

function inputShape(selected: SelectedStepType, published: PublishedModel, shapes: ShapesByName): string {
  const { request, service = 'sagemaker', stepType, composed } = selected;
  if (composed === undefined) return operationShape(published, { operation: request, service, side: 'input' });
  const input = `${stepType}Form`;
  for (const [name, shape] of Object.entries({ ...composed.shapes, [input]: composed.arguments })) {
    if (shapes.has(name)) throw new Error(`${request} would replace the published shape ${name}`);
    shapes.set(name, shape);
  }
  return input;
}

/** Where generated data says it comes from. */
export function originOf({ services, botocoreVersion, date }: PublishedModel): ServiceModelOrigin {
  return { format: 1, apiVersion: services.sagemaker.metadata.apiVersion, botocoreVersion, date };
}

function requireUsed(named: readonly string[], names: readonly string[]): void {
  const unused = named.filter((name) => !names.includes(name));
  if (unused.length > 0) throw new Error(`the selection names shapes that no request has: ${unused.join(', ')}`);
}

function convert(name: string, shape: AdaptedShape | undefined, selection: ServiceModelSelection): ServiceShape {
  switch (shape?.type) {
    case 'structure':
      return structure(shape);
    case 'list':
      return { type: 'list', member: shape.member?.shape ?? '', ...size(shape) };
    case 'map':
      return { type: 'map', key: shape.key?.shape ?? '', value: shape.value?.shape ?? '', ...size(shape) };
    case 'string':
      return string(name, shape, selection);
    case 'integer':
    case 'long':
      return { type: 'integer', ...limits(shape) };
    case 'float':
    case 'double':
      return { type: 'float', ...limits(shape) };
    case 'boolean':
      return { type: 'boolean' };
    default:
      throw new Error(
        `${name}: no request had a shape of type ${shape?.type} so far; decide how a definition writes it`,
      );
  }
}

function structure(shape: AdaptedShape): ServiceShape {
  return {
    type: 'structure',
    members: Object.fromEntries(Object.entries(shape.members ?? {}).map(([name, { shape: target }]) => [name, target])),
    ...(isEmpty(shape.required) ? {} : { required: shape.required }),
    ...(isEmpty(shape.expected) ? {} : { expected: shape.expected }),
    ...(isEmpty(shape.refused) ? {} : { refused: shape.refused }),
    ...(isEmpty(shape.forms) ? {} : { forms: shape.forms }),
  };
}

function string(
  name: string,
  shape: AdaptedShape,
  { closedEnums, patternRepairs }: ServiceModelSelection,
): ServiceShape {
  const closed = closedEnums[name];
  return {
    type: 'string',
    ...(shape.enum === undefined ? {} : { enum: shape.enum }),
    ...(closed === undefined ? {} : { closed }),
    ...(shape.pattern === undefined ? {} : { pattern: repairPattern(shape.pattern, patternRepairs) }),
    ...size(shape),
  };
}

/** A least size of 0 says nothing. */
function size(shape: AdaptedShape): { min?: number; max?: number } {
  const { min, ...rest } = limits(shape);
  return min === undefined || min === 0 ? rest : { min, ...rest };
}

function limits({ min, max }: AdaptedShape): { min?: number; max?: number } {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function isEmpty<T extends object>(value: T | undefined): value is undefined {
  return value === undefined || Object.keys(value).length === 0;
}
