import type { PolicyStatement } from '../template/policy-statement.js';
import { policyStatements } from '../template/policy-statements.js';
import type { TemplateContext } from '../template/template-context.js';
import type { TemplateResource } from '../template/template-resource.js';
import { coversAction } from './covers-action.js';
import { isForEverybody } from './is-for-everybody.js';
import { textOf } from './text-of.js';

/** Everything, or all that lies in a bucket; names of deploy values have slashes, too. */
const ALL_OBJECTS = /^(?:\*|(?:[^/<]|<[^>]*>)+\/\*)$/;

/** What the policy of a bucket denies everybody, of some actions on all of its objects. */
export function bucketDenials(
  bucket: TemplateResource,
  actions: readonly string[],
  context: TemplateContext,
): readonly PolicyStatement[] {
  return policyStatements(context).filter(
    (each) =>
      each.kind === 'resource' &&
      each.effect === 'Deny' &&
      each.owners.includes(bucket) &&
      isForEverybody(each, context) &&
      actions.every((action) => coversAction(each, action, context)) &&
      each.resources.some(({ value }) => ALL_OBJECTS.test(textOf(context, value))),
  );
}
