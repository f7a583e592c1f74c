import { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { literalText } from '../../spec/literal-only.js';
import { stepOutput } from '../../spec/names.js';
import { forwardIssues } from '../../spec/report-issue.js';
import { text } from '../../spec/slots.js';
import type { SpecValue } from '../../spec/spec-value.js';
import { formedText, s3Uri } from '../../spec/text-checks.js';

/** A report in S3: where it lies, what it is, and its checksum. */
export interface ReportSource {
  readonly s3Uri?: SpecValue | undefined;
  readonly stepOutput?: SpecValue | undefined;
  /** Path of the file below the output. */
  readonly file?: string | undefined;
  readonly contentType?: SpecValue | undefined;
  readonly contentDigest?: SpecValue | undefined;
}

const contentDigest = formedText({
  what: 'a checksum',
  pattern: /^[Ss][Hh][Aa]256:[0-9a-fA-F]{64}$/,
  allowed: 'the form is sha256: and 64 hexadecimal digits',
});

/** The map form of a report, for the JSON Schema. */
export const reportObject = authorObject({
  s3Uri: s3Uri().optional().describe('Where the report lies; { propertyFile: STEP.FILE } is a property file.'),
  stepOutput: stepOutput.optional().describe('Output of a step, as Evaluate.report.'),
  file: literalText(
    formedText({ what: 'the path of a file', pattern: /^[^/].*$/s, allowed: 'it is relative to the output' }),
  )
    .optional()
    .describe('Path of the report below stepOutput, as report.json.'),
  contentType: text().optional().describe('MIME type of the report. Default: application/json.'),
  contentDigest: contentDigest.optional().describe('Checksum of the report, as sha256:….'),
}).check(
  acrossKeys((report, context) => {
    chooseOne(report, { what: 'a report', keys: ['s3Uri', 'stepOutput'] }, context);
    if (report['file'] !== undefined && report['stepOutput'] === undefined)
      chooseOne({ file: true, s3Uri: report['s3Uri'] }, { what: 'a report', keys: ['file', 's3Uri'] }, context);
  }),
);

const FULL_FORM = ['s3Uri', 'contentType', 'contentDigest', 'file'];

/** A report: its S3 URI as a text or an expression, or a map that says more. */
const report = z
  .unknown()
  .meta({ anyOf: [{ type: 'string' }, { $ref: '#/$defs/ValueExpression' }, { $ref: '#/$defs/Report' }] })
  .transform((input, context): SpecValue | ReportSource => {
    const map = typeof input === 'object' && input !== null && FULL_FORM.some((key) => Object.hasOwn(input, key));
    const parsed = map ? reportObject.safeParse(input) : s3Uri().safeParse(input);
    if (parsed.success) return parsed.data;
    forwardIssues(context, parsed.error.issues);
    return z.NEVER;
  });

/** Members of `ModelMetrics` by the author's names: the group, AWS's name of it, and AWS's names of its reports. */
export const MODEL_METRICS = {
  modelQuality: { member: 'ModelQuality', reports: { statistics: 'Statistics', constraints: 'Constraints' } },
  dataQuality: { member: 'ModelDataQuality', reports: { statistics: 'Statistics', constraints: 'Constraints' } },
  bias: {
    member: 'Bias',
    reports: {
      report: 'Report',
      preTrainingReport: 'PreTrainingReport',
      postTrainingReport: 'PostTrainingReport',
    },
  },
  explainability: { member: 'Explainability', reports: { report: 'Report' } },
} as const satisfies ReportTable;

/** Members of `DriftCheckBaselines`, in the same way. */
export const DRIFT_BASELINES = {
  modelQuality: { member: 'ModelQuality', reports: { statistics: 'Statistics', constraints: 'Constraints' } },
  dataQuality: { member: 'ModelDataQuality', reports: { statistics: 'Statistics', constraints: 'Constraints' } },
  bias: {
    member: 'Bias',
    reports: {
      configFile: 'ConfigFile',
      preTrainingConstraints: 'PreTrainingConstraints',
      postTrainingConstraints: 'PostTrainingConstraints',
    },
  },
  explainability: { member: 'Explainability', reports: { constraints: 'Constraints', configFile: 'ConfigFile' } },
} as const satisfies ReportTable;

/** Groups of reports and AWS's names for them. */
export type ReportTable = Readonly<
  Record<string, { readonly member: string; readonly reports: Readonly<Record<string, string>> }>
>;

/** What an author says of the groups of a table. */
export type Reports = Readonly<
  Record<string, Readonly<Record<string, SpecValue | ReportSource | undefined>> | undefined>
>;

/** The schema of the groups of a table. */
export function reportsSetting(table: ReportTable): z.ZodType<Reports> {
  const groups = Object.entries(table).map(([group, { member, reports }]) => {
    const shape = Object.fromEntries(
      Object.entries(reports).map(([key, name]) => [key, report.optional().describe(`${name} of ${member}.`)]),
    );
    return [group, authorObject(shape).optional().describe(`Reports of ${member}.`)] as const;
  });
  return authorObject(Object.fromEntries(groups));
}
