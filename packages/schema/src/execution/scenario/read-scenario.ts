import type { z } from 'zod';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { fail, type Outcome, succeed } from '../../diagnostics/outcome.js';
import { type Json, toPlainJson } from '../../source/json.js';
import { describeValue } from '../../spec/describe-value.js';
import { expectedKind } from '../../spec/expected-kind.js';
import { type Scenario, scenarioSchema } from './scenario.js';
import { scenarioDiagnostics } from './scenario-diagnostics.js';

/**
 * Reads a scenario. `json` is the parsed file (YAML or JSON); paths of diagnostics lead into it, so that
 * `locateDiagnostics` can give them lines.
 */
export function readScenario(json: Json): Outcome<Scenario> {
  const parsed = scenarioSchema.safeParse(toPlainJson(json), { reportInput: true });
  if (parsed.success) return succeed(parsed.data);
  return fail(
    parsed.error.issues.map((issue): Diagnostic => {
      const path = toPath(issue.path);
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const place = keys[0] === undefined ? { path } : { path: [...path, keys[0]], target: 'key' as const };
      return scenarioDiagnostics['bad-scenario']({ path, problem: problemOf(issue) }, place);
    }),
  );
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type' || issue.input === undefined) return issue.message;
  // The scenario was read as JSON, and so was every part of it.
  return `expected ${expectedKind(issue.expected)}, but this is ${describeValue(issue.input as Json)}`;
}

// zod's paths may hold symbols, which no JSON document has.
function toPath(path: readonly PropertyKey[]): Path {
  return path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment));
}
