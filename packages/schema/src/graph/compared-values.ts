import type { GraphContext } from './graph-context.js';
import type { GraphCondition, GraphOperand, GraphParameter } from './pipeline-graph.js';

/** A condition of a step, however deep it stands. */
export interface PlacedCondition {
  readonly step: string;
  readonly condition: GraphCondition;
}

/** All conditions of all steps, the outer before the inner. */
export function* allConditions({ graph }: GraphContext): Iterable<PlacedCondition> {
  for (const { name, conditions } of graph.nodes) yield* nestedConditions(name, conditions ?? []);
}

function* nestedConditions(step: string, conditions: readonly GraphCondition[]): Iterable<PlacedCondition> {
  for (const condition of conditions) {
    yield { step, condition };
    yield* nestedConditions(step, condition.nested);
  }
}

/** What SageMaker compares: texts with texts, numbers with numbers, truth values with truth values. */
export type ComparedType = 'text' | 'number' | 'truth value';

const OF_PARAMETERS = { String: 'text', Integer: 'number', Float: 'number', Boolean: 'truth value' } as const;

/** Declared parameters by name. */
export function parametersByName({ graph }: GraphContext): ReadonlyMap<string, GraphParameter> {
  return new Map(graph.parameters.map((parameter) => [parameter.name, parameter]));
}

/** The type of an operand as far as it is known before the execution. */
export function comparedTypeOf(
  operand: GraphOperand,
  parameters: ReadonlyMap<string, GraphParameter>,
): ComparedType | undefined {
  if (operand.literal !== undefined) return TYPES[typeof operand.literal];
  if (operand.isText === true) return 'text';
  const parameter = operand.parameter === undefined ? undefined : parameters.get(operand.parameter);
  return parameter === undefined ? undefined : OF_PARAMETERS[parameter.type];
}

const TYPES: Readonly<Record<string, ComparedType>> = { string: 'text', number: 'number', boolean: 'truth value' };

const ORDERINGS: ReadonlySet<string> = new Set([
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'LessThan',
  'LessThanOrEqualTo',
]);

/** True for comparisons that ask which of two values is the greater. */
export function isOrdering({ type }: GraphCondition): boolean {
  return ORDERINGS.has(type);
}
