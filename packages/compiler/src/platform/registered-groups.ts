import { asExpression, type Json, type PipelineDefinition } from '@millrace/schema';
import { distinct } from './distinct.js';
import type { PlatformInput, PlatformText } from './platform-model.js';
import { registrationsIn } from './registrations.js';

/**
 * The names (or ARNs) of the groups that a pipeline registers into: that of the spec first, then those that its steps
 * name. A group that a parameter names is one of the values that the definition gives the parameter.
 */
export function registeredGroupsOf({ definition, settings }: PlatformInput): readonly PlatformText[] {
  const { modelPackageGroupName } = settings.platform;
  const named = registrationsIn(definition).flatMap(({ Arguments }) =>
    valuesOf(Arguments['ModelPackageGroupName'] ?? '', definition),
  );
  return distinct(modelPackageGroupName === undefined ? named : [modelPackageGroupName, ...named]);
}

function valuesOf(name: Json, { Parameters = [] }: PipelineDefinition): readonly Json[] {
  const expression = asExpression(name);
  if (expression?.kind !== 'get') return expression?.kind === 'join' ? [] : [name];
  const parameter = Parameters.find((each) => `Parameters.${each.Name}` === expression.reference);
  return parameter?.EnumValues ?? (parameter?.DefaultValue === undefined ? [] : [parameter.DefaultValue]);
}
