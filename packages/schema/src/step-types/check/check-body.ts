import type { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { timeSpan } from '../../spec/durations.js';
import { literalText } from '../../spec/literal-only.js';
import { parameterReference, stepOutput } from '../../spec/names.js';
import { choice, flag, integer } from '../../spec/slots.js';
import { imageUri, instanceType, s3Uri } from '../../spec/text-checks.js';
import { modelPackageGroup } from '../register-model/register-model-body.js';

/** Where the data of a check lies: one of three ways to say it. */
export const datasetSource = {
  s3Uri: s3Uri().optional().describe('Where the data lies.'),
  stepOutput: stepOutput.optional().describe('Output of another step, as Preprocess.train.'),
  parameter: parameterReference.optional().describe('Pipeline parameter that holds the S3 URI.'),
};

/** A dataset: exactly one source, and what else the kind of check must know of it. */
export function dataset<S extends z.core.$ZodShape>(more: S) {
  return authorObject({ ...datasetSource, ...more }).check(
    acrossKeys((each, context) =>
      chooseOne(each, { what: 'a dataset', keys: ['s3Uri', 'stepOutput', 'parameter'] }, context),
    ),
  );
}

/**
 * What every check says of its job and of baselines. The defaults of the machine are those of the SageMaker SDK
 * (`CheckJobConfig`); those of the three switches too (`QualityCheckStep`, `ClarifyCheckStep`).
 */
export const checkFields = {
  imageUri: imageUri().optional().describe("The analysis image. Default: AWS's own for the region."),
  instanceType: instanceType().optional().describe('SageMaker instance type. Default: ml.m5.xlarge.'),
  instanceCount: integer(1, 100).optional().describe('Number of instances. Default: 1.'),
  volumeSizeInGB: integer(1, 16_384).optional().describe('Size of the volume of each instance, in GB. Default: 30.'),
  maxRuntime: timeSpan(1, 777_600).optional().describe('Longest run time, as 1h. Default: that of SageMaker.'),
  outputPath: s3Uri()
    .optional()
    .describe(
      'Where baselines and the report go. Default: a prefix of this execution below reports/ in the pipeline bucket.',
    ),
  modelPackageGroupName: modelPackageGroup()
    .optional()
    .describe('Group whose latest approved version has the baselines to compare with. Default: that of the spec.'),
  suppliedBaselineConstraints: s3Uri()
    .optional()
    .describe('Constraints to compare with, before those of the model package group.'),
  skipCheck: flag().optional().describe('Only calculates baselines and compares nothing. Default: false.'),
  registerNewBaseline: flag()
    .optional()
    .describe('baselineUsedForDriftCheck… are the new baselines, not the old ones. Default: false.'),
  failOnViolation: flag().optional().describe('Fails the step when the data has drifted. Default: true.'),
  enableNetworkIsolation: flag()
    .optional()
    .describe('No network for this step; overrides the networkConfig of the pipeline.'),
};

/** The kind of a check in an author's spelling or in AWS's; the result is AWS's: `DataQuality` → `DATA_QUALITY`. */
export function checkType(kinds: Readonly<Record<string, string>>): z.ZodType<string> {
  return literalText(choice([...Object.keys(kinds), ...Object.values(kinds)])).transform((given) =>
    Object.hasOwn(kinds, given) ? (kinds[given] ?? given) : given,
  );
}
