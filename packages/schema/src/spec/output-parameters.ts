import { z } from 'zod';
import { PARAMETER_TYPES, type ParameterType } from '../definition/pipeline-definition.js';
import type { PropertyPath } from '../definition/reference.js';
import { acrossItems } from './across-keys.js';
import { authorObject } from './author-object.js';
import { literalText } from './literal-only.js';
import { formedText } from './text-checks.js';
import { checkUnique } from './unique-names.js';

/** Most output parameters of a step (SendPipelineExecutionStepSuccess, `OutputParameters`). */
const MOST_OUTPUTS = 50;

const outputParameter = authorObject({
  name: literalText(
    formedText({
      what: 'the output name',
      pattern: /^[A-Za-z0-9\-_.]+$/,
      allowed: 'use letters, digits, "-", "_" and "."',
      longest: 256,
    }),
  ).describe('Name of the output: the key in what the function returns, or in what the answer says.'),
  type: z.enum(PARAMETER_TYPES).optional().describe('Type of the value. Default: String.'),
});

/** An output of a function or of an answer, as an author declares it. */
export type OutputParameter = z.output<typeof outputParameter>;

/** The outputs that a function or an answer gives; other steps read them by name. */
export const outputParameters = z
  .array(outputParameter)
  .max(MOST_OUTPUTS)
  .check(acrossItems((list, context) => checkUnique(list, { what: 'the output', name: 'name', at: [] }, context)));

/** Where a reference finds each output. */
export function outputParameterPaths(outputs: readonly OutputParameter[] = []): ReadonlyMap<string, PropertyPath> {
  return new Map(outputs.map(({ name }) => [name, [{ member: 'OutputParameters' }, { key: name }]]));
}

/** The type of each output. */
export function outputParameterTypes(outputs: readonly OutputParameter[] = []): ReadonlyMap<string, ParameterType> {
  return new Map(outputs.map(({ name, type }) => [name, type ?? 'String']));
}
