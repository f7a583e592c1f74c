import { permissionToTag, type StepPermission, type StepResource } from '../step-permission.js';

const ACTIONS: readonly StepResource[] = [{ kind: 'named', type: 'action', member: 'Actions.ActionName' }];
const CONTEXTS: readonly StepResource[] = [{ kind: 'named', type: 'context', member: 'Contexts.ContextName' }];
const ARTIFACTS: readonly StepResource[] = [
  {
    kind: 'fixed',
    service: 'sagemaker',
    resource: 'artifact/*',
    reason:
      'SageMaker names an artifact by a hash of its source (Service Authorization Reference: artifact/HashOfArtifactSource)',
  },
];
/** The ends of an association that the step does not make itself. */
const ENDS: StepResource = { kind: 'arn', members: ['Associations.Source.Arn', 'Associations.Destination.Arn'] };

/** What it takes to record lineage: each list of the step only where the step has it. */
export const LINEAGE_PERMISSIONS: readonly StepPermission[] = [
  ...permissionsToRecord('Actions', 'CreateAction', ACTIONS),
  ...permissionsToRecord('Artifacts', 'CreateArtifact', ARTIFACTS),
  ...permissionsToRecord('Contexts', 'CreateContext', CONTEXTS),
  permissionToAssociate('Actions', ACTIONS),
  permissionToAssociate('Artifacts', ARTIFACTS),
  permissionToAssociate('Contexts', CONTEXTS),
  permissionToAssociate('Others', [ENDS]),
];

function permissionsToRecord(list: string, create: string, on: readonly StepResource[]): readonly StepPermission[] {
  return [
    { sid: `Record${list}`, actions: [`sagemaker:${create}`], on, why: `records ${list.toLowerCase()}`, when: list },
    { ...permissionToTag(list, create, on), when: list },
  ];
}

function permissionToAssociate(ends: string, on: readonly StepResource[]): StepPermission {
  return {
    sid: `Associate${ends}`,
    actions: ['sagemaker:AddAssociation'],
    on,
    why: 'says how what it records belongs together',
    when: ends === 'Others' ? 'Associations' : `${ends} Associations`,
  };
}
