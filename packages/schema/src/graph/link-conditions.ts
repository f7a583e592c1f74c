import { asExpression } from '../definition/expression.js';
import { parseReference } from '../definition/reference.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../source/json.js';
import { isNumber, numberOf } from '../source/source-number.js';
import type { GraphCondition, GraphOperand } from './pipeline-graph.js';

/** The conditions of a Condition step, as far as their form is known; malformed ones are told by the rules on definitions. */
export function linkConditions(value: Json | undefined, path: Path): readonly GraphCondition[] {
  if (!isJsonList(value)) return [];
  return value.flatMap((each, index) => (isJsonObject(each) ? [linkCondition(each, [...path, index])] : []));
}

function linkCondition(condition: JsonObject, path: Path): GraphCondition {
  const type = condition['Type'];
  return {
    type: typeof type === 'string' ? type : '',
    path,
    operands: [...singleOperands(condition, path), ...listedOperands(condition['Values'], [...path, 'Values'])],
    nested: [
      ...nestedCondition(condition['Condition'], [...path, 'Condition']),
      ...linkConditions(condition['Conditions'], [...path, 'Conditions']),
    ],
  };
}

function nestedCondition(value: Json | undefined, path: Path): readonly GraphCondition[] {
  return isJsonObject(value) ? [linkCondition(value, path)] : [];
}

function singleOperands(condition: JsonObject, path: Path): readonly GraphOperand[] {
  return ['LeftValue', 'RightValue', 'QueryValue'].flatMap((member) => {
    const value = condition[member];
    return value === undefined ? [] : [linkOperand(value, [...path, member])];
  });
}

function listedOperands(value: Json | undefined, path: Path): readonly GraphOperand[] {
  return isJsonList(value) ? value.map((each, index) => linkOperand(each, [...path, index])) : [];
}

function linkOperand(value: Json, path: Path): GraphOperand {
  if (isNumber(value)) return { literal: numberOf(value), path };
  if (typeof value === 'string' || typeof value === 'boolean') return { literal: value, path };
  const expression = asExpression(value);
  if (expression?.kind === 'join' || expression?.kind === 'text') return { isText: true, path };
  const text = expression?.kind === 'get' ? expression.reference : undefined;
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  if (reference?.kind === 'execution' || reference?.kind === 'experiment') return { isText: true, path };
  return reference?.kind === 'parameter' ? { parameter: reference.name, path } : { path };
}
