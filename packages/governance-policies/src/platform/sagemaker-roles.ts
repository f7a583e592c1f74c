import type { PolicyPrincipal, PolicyStatement } from '../template/policy-statement.js';
import { policyStatements } from '../template/policy-statements.js';
import type { TemplateContext } from '../template/template-context.js';
import type { TemplateResource } from '../template/template-resource.js';
import { textOf } from './text-of.js';

/** Roles of a template that SageMaker may take, for pipelines, jobs and models: their trust policies say so. */
export function sageMakerRoles(context: TemplateContext): ReadonlySet<TemplateResource> {
  return context.once(findRoles);
}

/** Statements of trust policies that let SageMaker take a role. */
export function sageMakerTrust(context: TemplateContext): readonly PolicyStatement[] {
  return policyStatements(context).filter(
    ({ kind, effect, principals }) =>
      kind === 'trust' && effect === 'Allow' && principals.some((each) => isSageMaker(each, context)),
  );
}

function findRoles(context: TemplateContext): ReadonlySet<TemplateResource> {
  return new Set(sageMakerTrust(context).flatMap(({ owners }) => owners));
}

function isSageMaker({ type, value }: PolicyPrincipal, context: TemplateContext): boolean {
  return type === 'Service' && /^sagemaker\.amazonaws\.com/.test(textOf(context, value));
}
