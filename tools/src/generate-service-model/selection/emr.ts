import type { SelectedStepType } from '../service-model-selection.js';

const SOURCE = 'SDK workflow/emr_step.py';

export const emr: SelectedStepType = {
  stepType: 'EMR',
  request: 'Pipelines.EMR',
  service: 'emr',
  composed: {
    arguments: {
      type: 'structure',
      required: ['StepConfig'],
      members: {
        ClusterId: { shape: 'EmrXmlStringMaxLen256' },
        ClusterConfig: { shape: 'EmrRunJobFlowInput' },
        StepConfig: { shape: 'EmrStepConfig' },
        ExecutionRoleArn: { shape: 'EmrArnType' },
      },
    },
    source: SOURCE,
  },
  describe: ['DescribeStep'],
  describedMember: 'Step',
  changes: [
    ...['Name', 'Steps', 'AutoTerminationPolicy'].map((member) => setBySageMaker(member)),
    ...['KeepJobFlowAliveWhenNoSteps', 'TerminationProtected'].map((member) => setBySageMaker(`Instances.${member}`)),
    {
      member: 'StepConfig.Name',
      change: 'release',
      reason: 'SageMaker names the step of the cluster',
      source: `${SOURCE} never writes it; the published JSON schema wants it`,
    },
  ],
};

function setBySageMaker(member: string) {
  return {
    member: `ClusterConfig.${member}`,
    change: 'refuse',
    reason: 'SageMaker decides it, because the cluster lives as long as the step',
    source: SOURCE,
  } as const;
}
