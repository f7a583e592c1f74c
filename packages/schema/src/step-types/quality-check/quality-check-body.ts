import type { z } from 'zod';
import { acrossKeys, type Unchecked } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { literalOnly, literalText } from '../../spec/literal-only.js';
import { type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { choice, flag, stringified } from '../../spec/slots.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { s3Uri } from '../../spec/text-checks.js';
import { checkFields, checkType, dataset } from '../check/check-body.js';

/** The check that looks at predictions beside the data. */
const MODEL_QUALITY = 'MODEL_QUALITY';

const baselineDataset = dataset({
  format: literalText(choice(['csv', 'json', 'jsonLines', 'parquet', 'sagemakerCaptureJson']))
    .optional()
    .describe('Form of the files. Default: csv.'),
  header: literalOnly(flag()).optional().describe('Whether CSV files begin with a line of names. Default: true.'),
});

const MODEL_KEYS = [
  'problemType',
  'inferenceAttribute',
  'probabilityAttribute',
  'probabilityThreshold',
  'groundTruthAttribute',
];

/** The body of a QualityCheck step (SageMaker SDK, `quality_check_step.py`). */
export const qualityCheckBody = authorObject({
  checkType: checkType({ DataQuality: 'DATA_QUALITY', ModelQuality: MODEL_QUALITY }).describe(
    "What is checked, in this spelling or in AWS's.",
  ),
  baselineDataset: baselineDataset.describe('The data to check: it is described, and compared with the old baselines.'),
  problemType: choice(['Regression', 'BinaryClassification', 'MulticlassClassification'])
    .optional()
    .describe('What the model predicts; ModelQuality needs it.'),
  inferenceAttribute: stringified().optional().describe('Index or JSONPath of the predicted label.'),
  probabilityAttribute: stringified().optional().describe('Index or JSONPath of the predicted probability.'),
  probabilityThreshold: stringified().optional().describe('Probability from which on a prediction is positive.'),
  groundTruthAttribute: stringified().optional().describe('Index or JSONPath of the true label.'),
  ...checkFields,
  suppliedBaselineStatistics: s3Uri()
    .optional()
    .describe('Statistics to compare with, before those of the model package group.'),
}).check(acrossKeys(checkModelKeys));

function checkModelKeys(body: Unchecked, context: IssueContext): void {
  if (typeof body['checkType'] !== 'string') return;
  if (body['checkType'] === MODEL_QUALITY) {
    if (body['problemType'] !== undefined) return;
    const what = 'a check of model quality must know what the model predicts';
    reportIssue(context, specDiagnostics['missing-key'], { parameters: { key: 'problemType', what } });
    return;
  }
  for (const given of MODEL_KEYS) {
    if (body[given] === undefined) continue;
    const parameters = {
      given,
      missing: 'checkType: ModelQuality',
      why: 'a check of data quality sees no predictions',
    };
    reportIssue(context, specDiagnostics['missing-companion'], { parameters, at: [given], place: { target: 'key' } });
  }
}

/** What an author says of a QualityCheck step. */
export type QualityCheckBody = z.output<typeof qualityCheckBody>;
