import { z } from 'zod';
import { acrossKeys } from '../spec/across-keys.js';
import { authorObject } from '../spec/author-object.js';
import { chooseOne } from '../spec/choose-one.js';
import { literalOnly } from '../spec/literal-only.js';
import { flag } from '../spec/slots.js';
import { declareSugarType } from './sugar-type.js';

/** The body of a step inside; it is checked when it stands in a step of its own. */
const inner = z.looseObject({});

/** A transform and a check of what goes in or comes out (SageMaker SDK v2, `monitor_batch_transform_step.py`). */
const monitorBatchTransformBody = authorObject({
  transform: inner.describe('The body of a Transform step.'),
  qualityCheck: inner.optional().describe('The body of a QualityCheck step.'),
  clarifyCheck: inner.optional().describe('The body of a ClarifyCheck step.'),
  monitorBeforeTransform: literalOnly(flag())
    .optional()
    .describe('Whether the check runs first; for checks of data quality and explainability. Default: false.'),
}).check(
  acrossKeys((body, context) => {
    chooseOne(body, { what: 'a monitored transform', keys: ['qualityCheck', 'clarifyCheck'] }, context);
  }),
);

/** Applies a model to files and checks the data or the predictions. */
export const monitorBatchTransform = declareSugarType({
  bodyKey: 'monitorBatchTransform',
  summary: 'Applies a model to files and checks them, as a Transform and a QualityCheck or ClarifyCheck step.',
  body: monitorBatchTransformBody,
  // There are two steps, and so two requests.
  withoutSettings: ['arguments'],
  example: {
    name: 'Score',
    type: 'MonitorBatchTransform',
    monitorBatchTransform: {
      transform: {
        modelName: 'churn',
        instanceType: 'ml.m5.xlarge',
        inputDataUri: 's3://<default_bucket>/data/batch',
      },
      qualityCheck: {
        checkType: 'DataQuality',
        imageUri: '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer',
        baselineDataset: { s3Uri: 's3://<default_bucket>/data/batch' },
        suppliedBaselineStatistics: 's3://<default_bucket>/data/baseline/statistics.json',
        suppliedBaselineConstraints: 's3://<default_bucket>/data/baseline/constraints.json',
      },
    },
  },
});
