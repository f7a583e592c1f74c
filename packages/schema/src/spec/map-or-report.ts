import { isJsonObject, type Json, type JsonObject } from '../source/json.js';
import { describeValue } from './describe-value.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/**
 * The map of a setting that also has short forms, such as `spot: true`. Anything else is reported with all that is
 * allowed: zod knows only of the map.
 * @param expected words for a person: `true, false, or a map`
 */
export function mapOrReport(input: unknown, context: IssueContext, expected: string): JsonObject | undefined {
  // Every value that reaches a spec schema was read as JSON.
  const given = input as Json;
  if (isJsonObject(given)) return given;
  reportIssue(context, specDiagnostics['wrong-type'], { parameters: { expected, given: describeValue(given) } });
  return undefined;
}
