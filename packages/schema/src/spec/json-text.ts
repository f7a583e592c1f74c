import { z } from 'zod';
import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import { isNumber, numberText } from '../source/source-number.js';
import { describeValue } from './describe-value.js';
import { reportMissingKey } from './missing-key.js';
import { parseValue } from './parse-value.js';
import { forwardIssues, type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { literal, SpecValue } from './spec-value.js';

/**
 * A map that AWS wants as the text of a JSON document. Texts in it may hold references (`${steps.S.outputs.O}`); the
 * whole is one text, whose pieces SageMaker puts together. Keys are always keys, so a map is never an expression here.
 */
export const jsonText: z.ZodType<SpecValue> = z
  .unknown()
  .meta({ type: 'object' })
  .transform((input, context): SpecValue => {
    // Every value that reaches a spec schema was read as JSON.
    const given = input as Json | undefined;
    if (given === undefined) return reportMissingKey(context) ?? z.NEVER;
    if (!isJsonObject(given)) {
      reportIssue(context, specDiagnostics['wrong-type'], {
        parameters: { expected: 'a map', given: describeValue(given) },
      });
      return z.NEVER;
    }
    const pieces = mergeLiterals(piecesOf(given, [], context));
    const [only] = pieces;
    return pieces.length === 1 && only !== undefined ? only : new SpecValue({ kind: 'text', parts: pieces });
  });

function piecesOf(part: Json, at: Path, context: IssueContext): readonly SpecValue[] {
  if (isJsonList(part)) {
    const items = part.map((item, index) => piecesOf(item, [...at, index], context));
    return [literal('['), ...separate(items), literal(']')];
  }
  if (isJsonObject(part)) {
    const entries = Object.entries(part).map(([key, each]) => [
      literal(`${JSON.stringify(key)}:`),
      ...piecesOf(each, [...at, key], context),
    ]);
    return [literal('{'), ...separate(entries), literal('}')];
  }
  if (typeof part === 'string') return piecesOfText(part, at, context);
  return [literal(isNumber(part) ? numberText(part) : JSON.stringify(part))];
}

function separate(items: readonly (readonly SpecValue[])[]): readonly SpecValue[] {
  return items.flatMap((item, index) => (index === 0 ? item : [literal(','), ...item]));
}

/** A text between quotation marks: its literal pieces are escaped, its references stand as they are. */
function piecesOfText(text: string, at: Path, context: IssueContext): readonly SpecValue[] {
  const issues: z.core.$ZodIssue[] = [];
  // An issue of ours always has a path on its way up.
  const collect = { addIssue: (issue: object) => issues.push({ path: [], ...issue } as unknown as z.core.$ZodIssue) };
  const value = parseValue(text, collect, 'text');
  forwardIssues(context, issues, at);
  if (value === undefined) return [];
  const parts = value.form.kind === 'text' ? value.form.parts : [value];
  return [literal('"'), ...parts.map((each) => escaped(each, at)), literal('"')];
}

function escaped({ form, at: within }: SpecValue, at: Path): SpecValue {
  return form.kind === 'literal'
    ? literal(JSON.stringify(String(form.value)).slice(1, -1))
    : new SpecValue(form, [...at, ...within]);
}

function mergeLiterals(pieces: readonly SpecValue[]): readonly SpecValue[] {
  return pieces.reduce<SpecValue[]>((merged, piece) => {
    const last = merged.at(-1)?.form;
    if (last?.kind === 'literal' && piece.form.kind === 'literal')
      merged[merged.length - 1] = literal(String(last.value) + String(piece.form.value));
    else merged.push(piece);
    return merged;
  }, []);
}
