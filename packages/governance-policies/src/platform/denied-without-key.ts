import type { PolicyStatement } from '../template/policy-statement.js';
import { policyStatements } from '../template/policy-statements.js';
import type { TemplateContext } from '../template/template-context.js';
import { conditionOperator } from './condition-operator.js';
import { coversAction } from './covers-action.js';
import { hasKey } from './demands-of-conditions.js';
import { textOf } from './text-of.js';

/** Members that a VpcConfig always has together (SageMaker API reference, VpcConfig), as keys of conditions. */
const NETWORK = ['sagemaker:vpcsubnets', 'sagemaker:vpcsecuritygroupids'];

/**
 * Whether another statement of the same roles denies by `Null` what lacks a key, so that it does not matter that this one
 * allows it. Actions that a statement names by patterns count as covered: some of them do not know the key at all.
 */
export function isDeniedWithoutKey(statement: PolicyStatement, key: string, context: TemplateContext): boolean {
  const lower = key.toLowerCase();
  const keys = NETWORK.includes(lower) ? NETWORK : [lower];
  return context.once(denials).some(
    (each) =>
      each.kind === statement.kind &&
      isOfTheSame(each, statement) &&
      each.conditions.some(({ operator, values, ...condition }) => {
        const isNull = hasKey(condition, keys) && conditionOperator(operator).name === 'null';
        return isNull && values.some(({ value }) => textOf(context, value) === 'true');
      }) &&
      statement.actions.every(({ value }) => coversOrPattern(each, textOf(context, value), context)),
  );
}

function denials(context: TemplateContext): readonly PolicyStatement[] {
  return policyStatements(context).filter(({ effect }) => effect === 'Deny');
}

function isOfTheSame(one: PolicyStatement, other: PolicyStatement): boolean {
  return one.holder === other.holder || one.owners.some((owner) => other.owners.includes(owner));
}

function coversOrPattern(denial: PolicyStatement, action: string, context: TemplateContext): boolean {
  return action.includes('*') || coversAction(denial, action, context);
}
