import { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { timeSpan } from '../../spec/durations.js';
import { parameterReference, stepOutput } from '../../spec/names.js';
import { reportIssue } from '../../spec/report-issue.js';
import { choice, integer, numberFrom, text } from '../../spec/slots.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { s3Uri } from '../../spec/text-checks.js';

const input = authorObject({
  s3Uri: s3Uri().optional().describe('Where the data lies.'),
  stepOutput: stepOutput.optional().describe('Output of another step, as Preprocess.train.'),
  parameter: parameterReference.optional().describe('Pipeline parameter that holds the S3 URI.'),
  channelType: choice(['training', 'validation']).optional().describe('What the data is for. Default: training.'),
  contentType: text().optional().describe('MIME type of the data. Default: that of SageMaker, text/csv with a header.'),
  compressionType: choice(['None', 'Gzip']).optional().describe('Compression of the files. Default: None.'),
}).check(
  acrossKeys((each, context) =>
    chooseOne(each, { what: 'an input', keys: ['s3Uri', 'stepOutput', 'parameter'] }, context),
  ),
);

const limits = authorObject({
  maxCandidates: integer(1, 750).optional().describe('Candidates at most.'),
  maxRuntime: timeSpan(1, 2_592_000).optional().describe('Longest run time of the whole job, as 4h.'),
  maxRuntimePerTrainingJob: timeSpan(1, 2_592_000).optional().describe('Longest run time of each training job, as 1h.'),
});

/** The body of an AutoML step. Pipelines know the mode ENSEMBLING only (rule R88), so the mode is no field. */
export const autoMLBody = authorObject({
  inputs: z
    .array(input)
    .min(1)
    .max(2)
    .describe('Tables to learn from: training data, and validation data if there are.'),
  target: text().describe('Column to predict.'),
  problemType: choice(['BinaryClassification', 'MulticlassClassification', 'Regression'])
    .optional()
    .describe('Kind of prediction. Default: found out from the data; goes together with metric.'),
  metric: text().optional().describe('Metric by which candidates are compared, as F1, AUC or MSE.'),
  sampleWeightColumn: text().optional().describe('Column with the weights of rows.'),
  outputPath: s3Uri()
    .optional()
    .describe('Where candidates and reports go. Default: a prefix of this execution in the pipeline bucket.'),
  limits: limits.optional().describe('How many candidates and how long: { maxCandidates, maxRuntime }.'),
  validationFraction: numberFrom(0).optional().describe('Share of the training data that is held back, 0 to 1.'),
  algorithms: z.array(text()).min(1).max(11).optional().describe('Algorithms to choose from, as xgboost.'),
  featureSpecificationUri: s3Uri().optional().describe('JSON file in S3 that names the columns to use.'),
}).check(
  acrossKeys((body, context) => {
    const why = 'SageMaker takes both or finds out both';
    for (const [given, missing] of [
      ['problemType', 'metric'],
      ['metric', 'problemType'],
    ] as const) {
      if (body[given] === undefined || body[missing] !== undefined) continue;
      const parameters = { given, missing, why };
      reportIssue(context, specDiagnostics['missing-companion'], { parameters, at: [given], place: { target: 'key' } });
    }
  }),
);

/** What an author says of an AutoML step. */
export type AutoMLBody = z.output<typeof autoMLBody>;
