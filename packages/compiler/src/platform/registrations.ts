import { type DefinitionStep, type PipelineDefinition, placedSteps } from '@millrace/schema';

/** The steps that register model packages: those whose arguments name a group, whatever their type is called. */
export function registrationsIn(definition: PipelineDefinition): readonly DefinitionStep[] {
  return placedSteps(definition)
    .map(({ step }) => step)
    .filter(({ Arguments }) => Arguments['ModelPackageGroupName'] !== undefined);
}
