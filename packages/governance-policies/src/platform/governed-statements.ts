import type { PolicyStatement } from '../template/policy-statement.js';
import { policyStatements } from '../template/policy-statements.js';
import type { TemplateContext } from '../template/template-context.js';
import type { TemplateResource } from '../template/template-resource.js';
import { governedResources } from './governed-resources.js';
import { sageMakerRoles } from './sagemaker-roles.js';
import { textOf } from './text-of.js';

/**
 * Statements of policies around pipelines: of roles that SageMaker may take; of whoever has actions of SageMaker or such a
 * role in a policy, because who starts jobs works with the rights of their roles; and of what stands around pipelines.
 */
export function governedStatements(context: TemplateContext): readonly PolicyStatement[] {
  return context.once(collect);
}

function collect(context: TemplateContext): readonly PolicyStatement[] {
  const roles = sageMakerRoles(context);
  const known = {
    trust: roles,
    resource: governedResources(context),
    identity: new Set([...roles, ...startersOf(context)]),
  };
  return policyStatements(context).filter(({ kind, owners, holder }) =>
    [...owners, holder].some((each) => known[kind].has(each)),
  );
}

/** Roles, and policies whose roles the template does not show. */
function startersOf(context: TemplateContext): readonly TemplateResource[] {
  return policyStatements(context)
    .filter((each) => each.kind === 'identity' && worksWithSageMaker(each, context))
    .flatMap(({ owners, holder }) => [...owners, holder]);
}

function worksWithSageMaker({ actions, resources }: PolicyStatement, context: TemplateContext): boolean {
  const roles = sageMakerRoles(context);
  return (
    actions.some(({ value }) => /^sagemaker:/i.test(textOf(context, value))) ||
    resources.some(({ value }) => context.resourcesIn(value).some((each) => roles.has(each)))
  );
}
