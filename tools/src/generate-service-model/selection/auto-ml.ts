import type { SelectedStepType } from '../service-model-selection.js';
import { jobName, refused } from './member-changes.js';

export const autoML: SelectedStepType = {
  stepType: 'AutoML',
  request: 'CreateAutoMLJob',
  describe: ['DescribeAutoMLJob'],
  changes: [
    jobName('AutoMLJobName'),
    ...refused(
      ['ModelDeployConfig', 'GenerateCandidateDefinitionsOnly'],
      'SDK workflow/_utils.py and automl_step.py: "not supported in the AutoMLStep"',
    ),
    {
      member: 'AutoMLJobConfig.Mode',
      change: 'literal',
      reason: 'a pipeline takes only ENSEMBLING, and looks for it when it is created',
      source: 'SDK workflow/automl_step.py compares it with the text ENSEMBLING, which no pipeline variable equals',
    },
  ],
};
