import { asExpression, freshnessIn, get, isJsonList, type Json, type WrittenPlace } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { outputNameOf } from '../storage/output-name-of.js';
import { textCandidatesOf } from '../values/candidates.js';
import type { DefinitionEdit } from './definition-edit.js';
import { isReadByItsName } from './is-read-by-its-name.js';
import { joinParts } from './join-parts.js';

const EXECUTION_ID = get('Execution.PipelineExecutionId');

/**
 * The edit that adds the id of the execution, unless it is there, and the names of step and output to the URI of an output,
 * so that nothing else is written there. None where something else in the definition names the same URI.
 */
export function ownNameEdits(output: WrittenPlace, context: PolicyContext): readonly DefinitionEdit[] {
  const name = outputNameOf(output.step, output.path);
  if (name === undefined || isReadByItsName(output.uri, context)) return [];
  const own = `/${output.step.step.Name}/${name}`;
  const isNamed = String(textCandidatesOf(context.read(output.uri)).usual?.value).endsWith(own);
  const isFresh = freshnessIn(context.definition).of(output.uri).kind === 'fresh';
  if (isNamed && isFresh) return [];
  const more = isFresh ? [own] : ['/', EXECUTION_ID, own];
  return [{ path: output.path, value: joinParts([...partsOf(output.uri), ...more]) }];
}

/** The parts of a URI, without a slash at its end. */
function partsOf(uri: Json): readonly Json[] {
  const expression = asExpression(uri);
  const values = expression?.kind === 'join' && expression.on === '' ? expression.values : undefined;
  const parts = isJsonList(values) ? values : expression?.kind === 'text' ? expression.parts : [uri];
  const last = parts.at(-1);
  return typeof last === 'string' ? [...parts.slice(0, -1), last.replace(/\/+$/, '')] : parts;
}
