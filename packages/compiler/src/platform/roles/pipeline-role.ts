import { type DefinitionStep, type StepPermission, stepTypeFacts } from '@millrace/schema';
import { nameSpellings } from '../name-spellings.js';
import type { PlatformInput, PolicyConditions, PolicyStatement, RoleModel } from '../platform-model.js';
import { platformArn, platformText } from '../platform-text.js';
import { statedValues } from './approval-condition.js';
import { DefinitionTexts } from './definition-texts.js';
import { grantedResources } from './granted-resources.js';
import { handedRoles } from './passed-role-arns.js';
import { readFileGrants } from './read-file-grants.js';
import { trustService } from './service-trust.js';
import { type Grant, statementsOf } from './statement-list.js';
import { valuesOf } from './step-values.js';

/**
 * The role that SageMaker Pipelines assumes: it starts and follows what the steps run, hands on the roles that they name,
 * and reads the files that conditions look into. It touches no other data and cannot approve what it registers.
 */
export function pipelineRoleOf(input: PlatformInput): RoleModel {
  const texts = new DefinitionTexts(input);
  const parts = texts.steps.map((step) => partOfStep(step, { input, texts }));
  const files = readFileGrants(input, texts);
  const mayApprove = parts.some(({ statesApproval }) => statesApproval);
  return {
    description: 'Runs a SageMaker pipeline: starts and follows the work of its steps',
    trust: [trustPipelines(input)],
    statements: [
      ...statementsOf([...parts.flatMap(({ grants }) => grants), ...files.grants]),
      denySelfApproval(mayApprove),
    ],
    gaps: [...parts.flatMap(({ gaps }) => gaps), ...files.gaps],
  };
}

/** SageMaker takes the ARN of all executions only, never that of one (developer guide, "Cross-service confused deputy"). */
function trustPipelines({ pipelineName }: PlatformInput): PolicyStatement {
  return trustService({
    sid: 'ExecutionsOfThePipeline',
    service: 'sagemaker.amazonaws.com',
    sources: nameSpellings(pipelineName).map((name) => platformArn('sagemaker', platformText('pipeline/', name, '/*'))),
    why: 'executions of this pipeline of this account assume the role',
  });
}

interface Surroundings {
  readonly input: PlatformInput;
  readonly texts: DefinitionTexts;
}

interface PartOfStep {
  readonly grants: readonly Grant[];
  readonly gaps: readonly string[];
  readonly statesApproval: boolean;
}

function partOfStep(step: DefinitionStep, surroundings: Surroundings): PartOfStep {
  const permissions = stepTypeFacts(step.Type)?.permissions ?? [];
  const needed = permissions.filter(({ when }) => isGiven(step, when));
  const parts = [
    ...needed.map((permission) => partOfPermission(permission, step, surroundings)),
    passRoles(step, surroundings),
  ];
  return {
    grants: parts.flatMap(({ grants }) => grants),
    gaps: [...new Set(parts.flatMap(({ gaps }) => gaps))],
    statesApproval: parts.some(({ statesApproval }) => statesApproval),
  };
}

function isGiven(step: DefinitionStep, when: string | undefined): boolean {
  return when === undefined || when.split(' ').every((member) => valuesOf(step, member).length > 0);
}

function partOfPermission(
  permission: StepPermission,
  step: DefinitionStep,
  { input, texts }: Surroundings,
): PartOfStep {
  const { sid, actions, why } = permission;
  const found = permission.on.map((resource) => grantedResources(resource, { step, texts }));
  const { conditions, statesGuarded } = conditionsOf(permission, step, input);
  return {
    grants: [
      {
        sid,
        actions,
        why: `The pipeline ${why}.`,
        resources: found.flatMap(({ granted }) => granted),
        ...(conditions === undefined ? {} : { conditions }),
      },
    ],
    gaps: found.flatMap(({ unknown }) => unknown).map((member) => gap(step, member)),
    statesApproval: statesGuarded,
  };
}

function conditionsOf(
  { condition }: StepPermission,
  step: DefinitionStep,
  input: PlatformInput,
): { readonly conditions?: PolicyConditions; readonly statesGuarded: boolean } {
  if (condition === undefined) return { statesGuarded: false };
  if ('statedBy' in condition) return statedValues(condition, step, input);
  const { key, values, operator = 'StringEquals' } = condition;
  return { conditions: { [operator]: { [key]: values } }, statesGuarded: false };
}

/** `iam:PassedToService` keeps the role from going to another service, which may do other things with it. */
function passRoles(step: DefinitionStep, { texts }: Surroundings): PartOfStep {
  const handed = handedRoles(step, texts);
  return {
    grants: handed.map(({ role, arns }) => ({
      sid: 'PassRoles',
      actions: ['iam:PassRole'],
      resources: arns.map((resource) => ({ resource, reason: 'a part of it is only known in an execution' })),
      conditions: { StringEquals: { 'iam:PassedToService': role.service } },
      why: 'The pipeline hands exactly these roles to the service that does the work of its steps.',
    })),
    gaps: handed.flatMap(({ unknown }) => unknown).map((member) => gap(step, member)),
    statesApproval: false,
  };
}

function gap({ Name, Type }: DefinitionStep, member: string): string {
  return `The pipeline's role cannot be given what ${member} of the ${Type} step "${Name}" names: only an execution knows it. State a literal, or the default of a parameter.`;
}

/**
 * Keeps the pipeline from approving models, whatever else is attached to its role: people do that. Where a step itself
 * says that it registers approved models, that one action stays possible, and the statement that allows it says for which
 * groups.
 */
function denySelfApproval(mayApprove: boolean): PolicyStatement {
  return {
    sid: 'DenySelfApproval',
    effect: 'Deny',
    actions: [...(mayApprove ? [] : ['sagemaker:CreateModelPackage']), 'sagemaker:UpdateModelPackage'],
    resources: ['*'],
    conditions: { StringEquals: { 'sagemaker:ModelApprovalStatus': 'Approved' } },
    why: mayApprove
      ? 'A step registers its models as approved, as it says; the pipeline never approves models that are there already.'
      : 'The pipeline never approves its own models, even if its role is given more by mistake.',
  };
}
