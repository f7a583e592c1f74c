import type { PipelineDefinition } from '@millrace/schema';
import fc from 'fast-check';
import { FIXTURE_DEFINITIONS } from './fixture-definitions.js';

/** The definitions of all cases. */
export const knownDefinitions = fc.constantFrom(...FIXTURE_DEFINITIONS);

/** Steps of several cases side by side, under names of their own. */
export const composedDefinitions = fc
  .uniqueArray(fc.nat(FIXTURE_DEFINITIONS.length - 1), { minLength: 2, maxLength: 4 })
  .map((picked) => {
    const definitions = picked.map((index) => FIXTURE_DEFINITIONS[index]).filter((each) => each !== undefined);
    const [first] = definitions;
    const parts = definitions.map(({ definition }, index) => renamed(definition, `C${index}`));
    const Steps = parts.flatMap((part) => part.Steps);
    const Parameters = parts.flatMap((part) => part.Parameters ?? []);
    return { definition: { Version: '2020-12-01', Parameters, Steps }, options: first?.options ?? {} };
  });

/** Names of steps and parameters, and the references to them, begin with the prefix. */
function renamed(definition: PipelineDefinition, prefix: string): PipelineDefinition {
  const text = JSON.stringify(definition)
    .replace(/"Name":"(?=[^"]*","Type")/g, `"Name":"${prefix}`)
    .replace(/"(Steps|Parameters)\.(?=[A-Za-z])/g, `"$1.${prefix}`)
    .replace(/"DependsOn":\["/g, `"DependsOn":["${prefix}`);
  // It was a definition, and only names in it have changed.
  return JSON.parse(text) as PipelineDefinition;
}
