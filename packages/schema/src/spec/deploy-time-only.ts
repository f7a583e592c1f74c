import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { reportIssue } from './report-issue.js';
import type { Slot } from './slots.js';
import type { SpecValue } from './spec-value.js';

/** The message for a run-time expression in the name of something that exists before any run. */
export const deployTimeDiagnostics = defineDiagnostics('spec', {
  'deploy-time-only': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R41'],
    message: () => 'a value of an execution is not possible here: this must be known when the pipeline is deployed',
    help: () => 'write the value itself, or a deploy value such as {{context:KEY}}',
    explanation:
      'Names of the project, the pipeline, its bucket and its accounts exist before any execution, so they cannot depend on parameters, steps or variables of an execution. Deploy values are possible.',
  },
});

/** A slot that refuses values of an execution; literals and deploy values pass. */
export function deployTimeOnly(slot: Slot): Slot {
  return slot
    .superRefine((value, context) => {
      if (!isDeployTime(value))
        reportIssue(context, deployTimeDiagnostics['deploy-time-only'], { parameters: undefined });
    })
    .meta({ [DEPLOY_TIME_MARK]: true });
}

/** Marks a slot that takes references and no expressions, so that the JSON Schema of the spec does not offer them. */
export const DEPLOY_TIME_MARK = 'x-millrace-deploy-time';

/** True when the value is known when the pipeline is deployed. */
export function isDeployTime({ form }: SpecValue): boolean {
  if (form.kind === 'text') return form.parts.every(isDeployTime);
  return form.kind === 'literal' || form.kind === 'deployValue';
}
