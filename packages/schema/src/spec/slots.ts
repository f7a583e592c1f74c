import { z } from 'zod';
import type { DeployValueType } from '../deploy-value.js';
import type { Json } from '../source/json.js';
import { isNumber, numberOf, SourceNumber } from '../source/source-number.js';
import { describeValue } from './describe-value.js';
import { reportMissingKey } from './missing-key.js';
import { parseValue } from './parse-value.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { type LiteralValue, literal, type SpecValue, withDeployValueType } from './spec-value.js';

/** A zod schema of one scalar that may be an expression; the schema for editors is in its metadata. */
export type Slot = z.ZodType<SpecValue>;

/** Checks the literal form of a value and reports what is wrong with it; expressions and deploy values pass. */
export type LiteralCheck = (value: LiteralValue, context: IssueContext) => void;

interface SlotOptions {
  /** Words for a person: `an integer`. */
  readonly expected: string;
  /** JSON Schema of the literal form. */
  readonly json: Readonly<Record<string, unknown>>;
  /** What AWS wants here: the type of a deploy value. Default: text. */
  readonly type?: DeployValueType;
  /**
   * Accepts or converts a literal; reports and gives undefined otherwise.
   * `verbatim` is true for `{ literal: … }`, which means exactly what is written.
   */
  readonly accept: (value: LiteralValue, context: IssueContext, verbatim: boolean) => LiteralValue | undefined;
}

/** Marks a slot's metadata, so that the JSON Schema of the spec can say "or an expression". */
export const SLOT_MARK = 'x-millrace-slot';

function slot({ expected, json, type = 'String', accept }: SlotOptions): Slot {
  return z
    .unknown()
    .meta({ ...json, [SLOT_MARK]: true })
    .transform((input, context): SpecValue => {
      // Every value that reaches a spec schema was read as JSON.
      const value = parseSlot(input as Json, context, expected);
      if (value === undefined) return z.NEVER;
      if (value.form.kind !== 'literal') return withDeployValueType(value, type);
      const accepted = accept(value.form.value, context, value.at.length > 0);
      return accepted === undefined ? z.NEVER : literal(accepted);
    });
}

function parseSlot(input: Json | undefined, context: IssueContext, expected: string): SpecValue | undefined {
  if (input !== undefined) return parseValue(input, context, expected);
  return reportMissingKey(context);
}

function reportType(
  value: LiteralValue,
  context: IssueContext,
  { expected, help }: { expected: string; help?: string },
): undefined {
  reportIssue(context, specDiagnostics['wrong-type'], { parameters: { expected, given: describeValue(value), help } });
}

/** Text. A number is refused with the advice to quote it. */
export function text(check?: LiteralCheck, json: Readonly<Record<string, unknown>> = {}): Slot {
  return slot({
    expected: 'text',
    json: { type: 'string', ...json },
    accept: (value, context) => {
      if (typeof value !== 'string')
        return reportType(value, context, { expected: 'text', help: `quote it: "${writtenForm(value)}"` });
      check?.(value, context);
      return value;
    },
  });
}

/** Text that AWS wants as a string and people write as a number: hyperparameters, environment, arguments. */
export function stringified(check?: LiteralCheck): Slot {
  return slot({
    expected: 'text, a number, true or false',
    json: { type: ['string', 'number', 'boolean'] },
    accept: (value, context) => {
      const written = textOfLiteral(value, context);
      if (written !== undefined) check?.(written, context);
      return written;
    },
  });
}

const MOST_SAFE = Number.MAX_SAFE_INTEGER;

/** A literal as text, digit for digit; a number that would lose some is reported. */
export function textOfLiteral(value: LiteralValue, context: IssueContext): string | undefined {
  if (!isNumber(value)) return String(value);
  const written = writtenForm(value);
  const why = lossOf(written, numberOf(value));
  if (why === undefined) return value instanceof SourceNumber ? value.text : String(value);
  reportIssue(context, specDiagnostics['quote-number'], { parameters: { written, why } });
  return undefined;
}

function lossOf(written: string, value: number): string | undefined {
  if (/^[-+]?0\d/.test(written)) return 'it has a leading zero';
  if (/^[-+]?0[xob]/i.test(written)) return `it is read as ${value}`;
  return /^[-+]?\d+$/.test(written) && Math.abs(value) > MOST_SAFE ? 'it is beyond 2^53' : undefined;
}

function writtenForm(value: LiteralValue): string {
  return value instanceof SourceNumber ? value.written : String(value);
}

/** A whole number in an inclusive range; `2.0`, `2e0` and, as in MDAA, the quoted `"2"` are 2. */
export function integer(minimum: number, maximum: number): Slot {
  const range = `a whole number from ${minimum} to ${maximum}`;
  return slot({
    expected: range,
    json: { type: 'integer', minimum, maximum },
    type: 'Integer',
    accept: (value, context) => {
      const number = unquotedNumber(value);
      if (number === undefined) return reportType(value, context, { expected: range });
      if (Number.isInteger(number) && number >= minimum && number <= maximum) return number;
      const parameters = { what: 'the value', given: writtenForm(value), range };
      reportIssue(context, specDiagnostics['out-of-range'], { parameters });
      return undefined;
    },
  });
}

function unquotedNumber(value: LiteralValue): number | undefined {
  if (isNumber(value)) return numberOf(value);
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** Any number. */
export function number(): Slot {
  return slot({
    expected: 'a number',
    json: { type: 'number' },
    type: 'Float',
    accept: (value, context) => (isNumber(value) ? value : reportType(value, context, { expected: 'a number' })),
  });
}

/** A number that is not below a minimum. */
export function numberFrom(minimum: number): Slot {
  const range = `a number from ${minimum} on`;
  return slot({
    expected: range,
    json: { type: 'number', minimum },
    type: 'Float',
    accept: (value, context) => {
      if (!isNumber(value)) return reportType(value, context, { expected: range });
      if (numberOf(value) >= minimum) return value;
      const parameters = { what: 'the value', given: writtenForm(value), range };
      reportIssue(context, specDiagnostics['out-of-range'], { parameters });
      return undefined;
    },
  });
}

/** true or false; quoted too, as in MDAA. */
export function flag(): Slot {
  return slot({
    expected: 'true or false',
    json: { type: 'boolean' },
    type: 'Boolean',
    accept: (value, context) => {
      if (typeof value === 'boolean') return value;
      return value === 'true' || value === 'false'
        ? value === 'true'
        : reportType(value, context, { expected: 'true or false' });
    },
  });
}

/** Any scalar, kept as it is: operands of conditions. */
export function scalar(): Slot {
  return slot({
    expected: 'text, a number, true or false',
    json: { type: ['string', 'number', 'boolean'] },
    accept: (value) => value,
  });
}

/** A number in quotes, as MDAA reads one where its schema wants a number. */
const QUOTED_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;

/** Any scalar; a quoted number is the number, as in MDAA. The text itself is `{ literal: "6" }`. */
export function numberOrScalar(): Slot {
  return slot({
    expected: 'a number, text, true or false',
    json: { type: ['string', 'number', 'boolean'] },
    accept: (value, _, verbatim) =>
      !verbatim && typeof value === 'string' && QUOTED_NUMBER.test(value) ? new SourceNumber(value) : value,
  });
}

/** One of a fixed list of texts. */
export function choice(allowed: readonly string[]): Slot {
  return text(
    (value, context) => {
      if (!allowed.includes(String(value))) {
        reportIssue(context, specDiagnostics['not-allowed-value'], { parameters: { given: String(value), allowed } });
      }
    },
    { enum: allowed },
  );
}
