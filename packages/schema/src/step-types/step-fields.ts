import { type StepType, stepTypeDeclarations } from './step-type-registry.js';

/** The settings beside the body that steps of the type take, of those that not all types take. */
export function settingsOf(type: StepType): readonly string[] {
  const { cache, retry, settings } = stepTypeDeclarations[type].facts;
  return [...settings, ...(cache === false ? [] : ['cache']), ...(retry === false ? [] : ['retry'])];
}

/** The keys of the body of the type. */
export function bodyFieldsOf(type: StepType): readonly string[] {
  return Object.keys(stepTypeDeclarations[type].body.shape);
}
