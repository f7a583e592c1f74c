import type { PolicyStatement } from '../template/policy-statement.js';
import type { TemplateContext } from '../template/template-context.js';
import { matchesPattern } from '../values/matches-pattern.js';
import { textOf } from './text-of.js';

/**
 * Whether a statement speaks of an action: by its name, by a pattern, or by `NotAction`.
 *
 * @param action as `iam:PassRole`
 */
export function coversAction(statement: PolicyStatement, action: string, context: TemplateContext): boolean {
  const { actions, notActions } = statement;
  const matches = ({ value }: (typeof actions)[number]) => isPatternOf(textOf(context, value), action);
  if (notActions.length > 0) return !notActions.some(matches);
  return actions.some(matches);
}

/** Whether a pattern of actions, as `s3:Get*`, takes an action in. IAM does not mind capitals. */
export function isPatternOf(pattern: string, action: string): boolean {
  return matchesPattern(action.toLowerCase(), pattern.toLowerCase());
}
