import type { MemberChange, SelectedStepType } from '../service-model-selection.js';
import { jobName } from './member-changes.js';

export const tuning: SelectedStepType = {
  stepType: 'Tuning',
  request: 'CreateHyperParameterTuningJob',
  describe: ['DescribeHyperParameterTuningJob', 'ListTrainingJobsForHyperParameterTuningJob'],
  changes: [
    jobName('HyperParameterTuningJobName'),
    ...['Strategy', ...['MaxNumberOfTrainingJobs', 'MaxParallelTrainingJobs', 'MaxRuntimeInSeconds'].map(limit)].map(
      literal,
    ),
  ],
};

function limit(name: string): string {
  return `ResourceLimits.${name}`;
}

function literal(member: string): MemberChange {
  return {
    member: `HyperParameterTuningJobConfig.${member}`,
    change: 'literal',
    reason: 'SageMaker plans the tuning when the pipeline is created',
    source: 'the JSON schema that AWS publishes for definitions: plain numbers and text, no functions',
  };
}
