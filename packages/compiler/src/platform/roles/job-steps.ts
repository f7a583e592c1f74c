import { type DefinitionStep, deployValue, type PassedRole, stepTypeFacts } from '@millrace/schema';
import type { DefinitionTexts } from './definition-texts.js';
import { handedRoles } from './passed-role-arns.js';
import { valuesOf } from './step-values.js';

/** A step whose work is done with the job role, and how its type says so. */
export interface JobStep {
  readonly step: DefinitionStep;
  /** Absent where the role is that of a model which another step makes. */
  readonly role?: PassedRole;
}

/**
 * The steps that work with the job role: those that name it, and those that use a model that was made with it. Steps with
 * a role of their own need nothing from this one.
 */
export function jobSteps(texts: DefinitionTexts): readonly JobStep[] {
  return texts.steps.flatMap((step): readonly JobStep[] => {
    const role = jobRoleOf(step, texts);
    if (role !== undefined) return [{ step, role }];
    return usesModelOfRole(step, texts) ? [{ step }] : [];
  });
}

const JOB_ROLE = JSON.stringify(deployValue('jobRoleArn'));

function jobRoleOf(step: DefinitionStep, texts: DefinitionTexts): PassedRole | undefined {
  const own = handedRoles(step, texts).filter(({ role }) => role.assumedFor !== undefined);
  return own.find(({ arns }) => arns.some((arn) => JSON.stringify(arn) === JOB_ROLE))?.role;
}

function usesModelOfRole(step: DefinitionStep, texts: DefinitionTexts): boolean {
  const member = stepTypeFacts(step.Type)?.runsWithRoleOf;
  if (member === undefined) return false;
  return valuesOf(step, member)
    .map((name) => texts.stepReadBy(name))
    .some((model) => model !== undefined && jobRoleOf(model, texts) !== undefined);
}
