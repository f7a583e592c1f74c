import type { MemberChange } from '../service-model-selection.js';

/** SageMaker names the jobs of a pipeline; with the SDK's custom prefixes the member is there and is the prefix. */
export function jobName(member: string): MemberChange {
  return {
    member,
    change: 'release',
    reason: 'SageMaker makes the name',
    source: 'SDK workflow/_utils.py pops it, and keeps it as a prefix under use_custom_job_prefix',
  };
}

/** The pipeline decides experiment and trial; a step may only name its trial component. */
export function experimentNames(): readonly MemberChange[] {
  return ['ExperimentName', 'TrialName', 'RunName'].map((member) => ({
    member: `ExperimentConfig.${member}`,
    change: 'refuse',
    reason:
      'the experiment is set by PipelineExperimentConfig of the pipeline; a step may only set TrialComponentDisplayName',
    source: 'SDK workflow/steps.py, _trim_experiment_config',
  }));
}

/** Members that the service has been seen to refuse as unknown, or that the SDK refuses in its name. */
export function refused(members: readonly string[], source: string): readonly MemberChange[] {
  return members.map((member) => ({
    member,
    change: 'refuse',
    reason: 'SageMaker Pipelines does not know it ("Unknown Argument member")',
    source,
  }));
}
