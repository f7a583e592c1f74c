import type { z } from 'zod';
import { acrossKeys, type Unchecked } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { outputOfNamedStep } from '../../spec/names.js';
import { type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { checkFields, checkType, dataset } from '../check/check-body.js';
import { servingName } from '../endpoint-config/endpoint-config-body.js';
import { analysisConfig, checkAnalysisConfig } from './analysis-config.js';

const KINDS = {
  DataBias: 'DATA_BIAS',
  ModelBias: 'MODEL_BIAS',
  ModelExplainability: 'MODEL_EXPLAINABILITY',
} as const;

/** The body of a ClarifyCheck step (SageMaker SDK, `clarify_check_step.py`). */
export const clarifyCheckBody = authorObject({
  checkType: checkType(KINDS).describe("What is checked, in this spelling or in AWS's."),
  dataset: dataset({}).describe('The data to analyze.'),
  config: analysisConfig.describe(
    "The analysis in Clarify's own words: headers, label, facet, methods, predictor, …; it becomes analysis_config.json.",
  ),
  modelNameStep: outputOfNamedStep('modelName')
    .optional()
    .describe('Model step whose model is asked; for model checks.'),
  modelName: servingName('the model name').optional().describe('Name of an existing model; for model checks.'),
  ...checkFields,
})
  .check(acrossKeys(checkModel))
  .superRefine(checkAnalysisConfig);

// Rule R96: there is a model exactly when the check asks one.
function checkModel(body: Unchecked, context: IssueContext): void {
  const keys = ['modelNameStep', 'modelName'];
  if (typeof body['checkType'] !== 'string') return;
  if (body['checkType'] !== KINDS.DataBias) {
    chooseOne(body, { what: 'a check of a model', keys }, context);
    return;
  }
  for (const given of keys.filter((key) => body[key] !== undefined)) {
    const parameters = {
      given,
      missing: 'checkType: ModelBias or ModelExplainability',
      why: 'a check of the bias in data asks no model',
    };
    reportIssue(context, specDiagnostics['missing-companion'], { parameters, at: [given], place: { target: 'key' } });
  }
}

/** What an author says of a ClarifyCheck step. */
export type ClarifyCheckBody = z.output<typeof clarifyCheckBody>;
