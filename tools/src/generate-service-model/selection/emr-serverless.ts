import type { MemberChange, SelectedStepType } from '../service-model-selection.js';

const SOURCE = 'SDK v3 sagemaker-mlops, workflow/emr_serverless_step.py';

export const emrServerless: SelectedStepType = {
  stepType: 'EMRServerless',
  request: 'Pipelines.EMRServerless',
  service: 'emr-serverless',
  composed: {
    arguments: {
      type: 'structure',
      required: ['ExecutionRoleArn', 'JobConfig'],
      members: {
        ExecutionRoleArn: { shape: 'EmrServerlessIAMRoleArn' },
        ApplicationId: { shape: 'EmrServerlessApplicationId' },
        ApplicationConfig: { shape: 'EmrServerlessCreateApplicationRequest' },
        JobConfig: { shape: 'EmrServerlessStartJobRunRequest' },
      },
    },
    source: SOURCE,
  },
  describe: ['GetJobRun'],
  changes: [
    {
      member: 'ExecutionRoleArn',
      change: 'expect',
      reason: 'the SDK always writes it here too, beside JobConfig.executionRoleArn',
      source: SOURCE,
    },
    ...['ApplicationConfig.clientToken', 'JobConfig.clientToken', 'JobConfig.applicationId'].map(released),
  ],
};

function released(member: string): MemberChange {
  return { member, change: 'release', reason: 'SageMaker sets it', source: SOURCE };
}
