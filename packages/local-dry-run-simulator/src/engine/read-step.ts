import type { DefinitionPropertyFile, DefinitionStep, PlainJson, PlainJsonObject } from '@millrace/schema';
import { isObject, objectAt, objectsAt, textAt } from '../container-plans/read-member.js';

/**
 * A step of a foreign definition, with only what has the right shape: what is left out would have been refused by
 * SageMaker, and here must not stop the rest from being tried. Undefined for what has no name or type.
 */
export function readStep(value: PlainJson | undefined): DefinitionStep | undefined {
  if (!isObject(value)) return undefined;
  const { Name: name, Type: type } = value;
  if (typeof name !== 'string' || typeof type !== 'string') return undefined;
  const { DependsOn: dependsOn, RetryPolicies: _policies, PropertyFiles: _files, ...rest } = value;
  return {
    ...rest,
    Name: name,
    Type: type,
    Arguments: objectAt(value, 'Arguments'),
    DependsOn: Array.isArray(dependsOn) ? dependsOn.filter((each) => typeof each === 'string') : [],
    RetryPolicies: objectsAt(value, 'RetryPolicies'),
    PropertyFiles: objectsAt(value, 'PropertyFiles').flatMap(readPropertyFile),
  };
}

function readPropertyFile(file: PlainJsonObject): readonly DefinitionPropertyFile[] {
  const [name, output, path] = [textAt(file, 'PropertyFileName'), textAt(file, 'OutputName'), textAt(file, 'FilePath')];
  if (name === undefined || output === undefined || path === undefined) return [];
  return [{ PropertyFileName: name, OutputName: output, FilePath: path }];
}
