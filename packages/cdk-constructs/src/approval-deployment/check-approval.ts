import { Token } from 'aws-cdk-lib';
import type { WrongProp } from '../refuse/refuse.js';
import { wrongRegisteredModels } from '../registered-models/check-registered-models.js';
import type { ApprovalDeploymentProps, DeploymentStage } from './approval-deployment-props.js';

/** All that is wrong with the settings of a deployment. */
export function wrongApproval(props: ApprovalDeploymentProps): readonly WrongProp[] {
  const { stages, deploymentName } = props;
  return [
    ...wrongRegisteredModels(props),
    ...wrongDeploymentName(deploymentName),
    ...stages.flatMap((stage, index) => wrongStage(stage, index)),
    ...repeatedStages(stages),
    ...(stages.length > 0
      ? []
      : [{ prop: 'stages', given: [], allowed: 'one or more stages', help: 'Add the endpoints to deploy to.' }]),
  ];
}

/** Other accounts name roles by these texts, so they must be known here. */
export function wrongDeploymentName(given: string): readonly WrongProp[] {
  const pattern = /^[a-z][a-z0-9-]{0,23}$/;
  const allowed = '1 to 24 lower-case letters, digits and hyphens, a letter first';
  return wrongText({ prop: 'deploymentName', given, allowed, pattern });
}

export function wrongStageName(prop: string, given: string): readonly WrongProp[] {
  const allowed = '1 to 12 lower-case letters, digits and hyphens';
  return wrongText({ prop, given, allowed, pattern: /^[a-z0-9-]{1,12}$/ });
}

export function wrongEndpointName(prop: string, given: string): readonly WrongProp[] {
  const allowed = '1 to 63 lower-case letters, digits and hyphens, none at the ends';
  return wrongText({ prop, given, allowed, pattern: /^[a-z0-9](-*[a-z0-9]){0,62}$/ });
}

export function wrongAccount(prop: string, given: string | undefined): readonly WrongProp[] {
  if (given === undefined || Token.isUnresolved(given)) return [];
  return wrongText({ prop, given, allowed: 'an account id of twelve digits', pattern: /^\d{12}$/ });
}

function wrongText(text: { prop: string; given: string; allowed: string; pattern: RegExp }): readonly WrongProp[] {
  const { prop, given, allowed, pattern } = text;
  if (!Token.isUnresolved(given) && pattern.test(given)) return [];
  return [{ prop, given, allowed, help: 'Names and policies of other accounts are made of it, so write it out.' }];
}

function wrongStage(stage: DeploymentStage, index: number): readonly WrongProp[] {
  const prop = (name: string) => `stages[${index}].${name}`;
  return [
    ...wrongStageName(prop('stageName'), stage.stageName),
    ...wrongEndpointName(prop('endpointName'), stage.endpointName),
    ...wrongAccount(prop('account'), stage.account),
    ...wrongGate(prop('gate'), stage.gate, index),
  ];
}

function wrongGate(prop: string, gate: DeploymentStage['gate'], index: number): readonly WrongProp[] {
  if (gate === undefined) {
    if (index === 0) return [];
    const help = "Name the topic of those who decide, or say 'none' if nobody should be asked.";
    return [{ prop, given: undefined, allowed: "{ topic } or 'none'", help }];
  }
  const seconds = gate === 'none' ? undefined : gate.timeout?.toSeconds();
  if (seconds === undefined || (seconds >= 60 && seconds <= 365 * 24 * 3600)) return [];
  return [
    {
      prop: `${prop}.timeout`,
      given: `${seconds} s`,
      allowed: 'a minute to a year',
      help: 'Give people time to answer.',
    },
  ];
}

function repeatedStages(stages: readonly DeploymentStage[]): readonly WrongProp[] {
  const names = stages.map(({ stageName }) => stageName);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  const help = 'States and roles are named after stages: rename one.';
  return repeated.map((given) => ({ prop: 'stages', given, allowed: 'stages of different names', help }));
}
