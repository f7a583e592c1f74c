import type { Construct } from 'constructs';
import { jsonata } from '../states-language/jsonata.js';
import type { State, StatesDefinition } from '../states-language/states-language.js';
import type { ApprovalDeploymentProps, DeploymentStage } from './approval-deployment-props.js';
import { gateStates } from './gate-states.js';
import { readinessStates } from './readiness-states.js';
import { type StageContext, stageContext, stageRoleArn } from './stage-call.js';
import { takeoverStates } from './takeover-states.js';
import { updateStates } from './update-states.js';

const DONE = 'Done';

/** The state machine of a deployment: its stages, one after the other. */
export function approvalStates(scope: Construct, props: ApprovalDeploymentProps): StatesDefinition {
  const { stages, modelPackageGroupName } = props;
  const states = stages.map((stage, index) => {
    const context = stageContext(stage, stageRoleArn(scope, props, stage), startOf(stages[index + 1]));
    return stageStates(context, props);
  });
  return {
    Comment: `Deploys approved models of ${modelPackageGroupName} through its stages.`,
    QueryLanguage: 'JSONata',
    StartAt: 'Begin',
    States: {
      Begin: {
        Type: 'Pass',
        Assign: { package: jsonata('$states.input.modelPackageArn') },
        Next: startOf(stages[0]),
      },
      ...Object.assign({}, ...states),
      [DONE]: { Type: 'Succeed' },
    },
  };
}

function startOf(stage: DeploymentStage | undefined): string {
  if (stage === undefined) return DONE;
  return hasGate(stage) ? `${stage.stageName}: gate` : `${stage.stageName}: read package`;
}

function hasGate(stage: DeploymentStage): boolean {
  return stage.gate !== undefined && stage.gate !== 'none';
}

function stageStates(context: StageContext, props: ApprovalDeploymentProps): Readonly<Record<string, State>> {
  const { stage, named } = context;
  const { gate } = stage;
  return {
    ...(gate !== undefined && gate !== 'none' && gateStates(stage, gate, named('read package'))),
    ...readinessStates(context, named('read configuration')),
    ...updateStates(context, named('wait for takeover')),
    ...takeoverStates(context, props.notifications),
  };
}
