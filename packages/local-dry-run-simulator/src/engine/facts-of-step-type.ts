import type { StepTypeFacts } from '@millrace/schema';

type EngineFacts = Pick<StepTypeFacts, 'execution' | 'jobNameVariable'>;

const FACTS: Readonly<Record<string, EngineFacts>> = {
  Processing: { execution: 'container-job', jobNameVariable: 'ProcessingJobName' },
  Training: { execution: 'container-job', jobNameVariable: 'TrainingJobName' },
  Transform: { execution: 'container-job' },
  Model: { execution: 'record' },
  RegisterModel: { execution: 'record' },
  Condition: { execution: 'branch' },
  Fail: { execution: 'stop' },
};

/** What the registry of step types knows; undefined for types that Millrace does not model. */
export function factsOf(type: string): EngineFacts | undefined {
  return Object.hasOwn(FACTS, type) ? FACTS[type] : undefined;
}
