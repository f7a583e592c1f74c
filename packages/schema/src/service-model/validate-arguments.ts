import { looksLikeExpression } from '../definition/expression.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { InternalError } from '../diagnostics/internal-error.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import { isNumber } from '../source/source-number.js';
import { checkDemandedForm } from './argument-checks/check-demanded-form.js';
import { checkExpression, type TypeOfExpression } from './argument-checks/check-expression.js';
import { checkList } from './argument-checks/check-list.js';
import { checkMap } from './argument-checks/check-map.js';
import { checkNumber } from './argument-checks/check-number.js';
import { checkString } from './argument-checks/check-string.js';
import { checkStructure } from './argument-checks/check-structure.js';
import type { CheckResult, Finding, Visit } from './argument-checks/finding.js';
import { isExpressionInMap } from './argument-checks/is-expression-in-map.js';
import { wrongType } from './argument-checks/wrong-type.js';
import type { ArgumentProblem } from './argument-problem.js';
import type { MapShape, ServiceModel, ServiceShape, StringShape } from './service-model.js';

/** `Arguments` of a step, and what is needed to judge them. */
export interface ArgumentsToValidate {
  /** The request that they mirror: `CreateTrainingJob`. */
  readonly request: string;
  readonly arguments: Json;
  /** Where they stand in the document; paths of problems start with it. */
  readonly path: Path;
  /** The type of a `Get` or `Std:JsonGet`; without it, and where it answers undefined, their type is not judged. */
  readonly typeOfExpression?: TypeOfExpression;
}

/**
 * Measures `Arguments` at any depth against AWS's own shapes: members, types, enums, patterns, lengths, ranges, sizes,
 * and expressions (where they may stand, and of which type). Expressions that are malformed in themselves are left to
 * the rules of the expression language.
 * @throws InternalError when the model has no such request.
 */
export function validateArguments(model: ServiceModel, given: ArgumentsToValidate): readonly ArgumentProblem[] {
  const shape = model.requests[given.request];
  if (shape === undefined) throw new InternalError(`the service model has no request ${given.request}`);
  const walk = { model, typeOfExpression: given.typeOfExpression ?? (() => undefined) };
  return findAll({ value: given.arguments, path: given.path, shape }, walk).map((finding) => ({
    ...finding,
    modelDate: model.origin.date,
  }));
}

interface Walk {
  readonly model: ServiceModel;
  readonly typeOfExpression: TypeOfExpression;
}

/** Few shapes nest in themselves (configurations of EMR); the depth to which documents are read bounds this recursion. */
function findAll(visit: Visit, walk: Walk): readonly Finding[] {
  const demands = checkDemandedForm(visit);
  if (demands.some(({ severity }) => severity === 'error')) return demands;
  const { findings, inside } = check(visit, walk);
  return [...demands, ...findings, ...inside.flatMap((next) => findAll(next, walk))];
}

function check(visit: Visit, { model, typeOfExpression }: Walk): CheckResult {
  const shape = shapeOf(visit.shape, model);
  const { value } = visit;
  if (looksLikeExpression(value) && (shape.type !== 'map' || isExpressionInMap(value))) {
    return scalar(checkExpression({ ...visit, value }, shape, typeOfExpression));
  }
  return checkLiteral(visit, shape, model);
}

function checkLiteral(visit: Visit, shape: ServiceShape, model: ServiceModel): CheckResult {
  const { value } = visit;
  if (isJsonObject(value)) {
    if (shape.type === 'structure') return checkStructure({ ...visit, value }, shape);
    if (shape.type === 'map') return checkMap({ ...visit, value }, shape, keyShapeOf(shape, model));
  }
  if (isJsonList(value) && shape.type === 'list') return checkList({ ...visit, value }, shape);
  return scalar(checkScalar(visit, shape));
}

function checkScalar(visit: Visit, shape: ServiceShape): readonly Finding[] {
  const { value } = visit;
  if (typeof value === 'string' && shape.type === 'string') return checkString({ ...visit, value }, shape);
  if (typeof value === 'boolean' && shape.type === 'boolean') return [];
  if (isNumber(value) && (shape.type === 'integer' || shape.type === 'float'))
    return checkNumber({ ...visit, value }, shape);
  return [wrongType(visit, shape)];
}

function scalar(findings: readonly Finding[]): CheckResult {
  return { findings, inside: [] };
}

function shapeOf(name: string, { shapes }: ServiceModel): ServiceShape {
  const shape = shapes[name];
  if (shape === undefined) throw new InternalError(`the service model has no shape ${name}`);
  return shape;
}

function keyShapeOf({ key }: MapShape, model: ServiceModel): StringShape {
  const shape = shapeOf(key, model);
  if (shape.type !== 'string') throw new InternalError(`the map key ${key} is no text`);
  return shape;
}
