import { z } from 'zod';
import { acrossKeys, type CrossCheck, type Unchecked } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { timeSpan } from '../../spec/durations.js';
import { checkContainerImage, containerImage } from '../../spec/framework-setting.js';
import { literalText } from '../../spec/literal-only.js';
import { checkLocalCode, localCode } from '../../spec/local-code.js';
import { parameterReference, stepOutput } from '../../spec/names.js';
import { choice, flag, integer, stringified, text } from '../../spec/slots.js';
import { formedText, instanceType, s3Uri } from '../../spec/text-checks.js';
import { checkUnique } from '../../spec/unique-names.js';
import { checkInstances, groupName, instanceGroup } from './instance-groups.js';
import { spotSetting } from './spot-setting.js';

const channelName = literalText(
  formedText({
    what: 'the channel name',
    pattern: /^[A-Za-z0-9.\-_]+$/,
    allowed: 'use letters, digits, ".", "-" and "_"',
    longest: 64,
  }),
);

const inputChannel = authorObject({
  channelName: channelName.describe('Name of the channel; its data lies in /opt/ml/input/data/<channelName>.'),
  s3Uri: s3Uri().optional().describe('Where the data lies.'),
  stepOutput: stepOutput.optional().describe('Output of another step, as Preprocess.train.'),
  parameter: parameterReference.optional().describe('Pipeline parameter that holds the S3 URI.'),
  instanceGroups: z
    .array(groupName)
    .min(1)
    .max(5)
    .optional()
    .describe('Names of the instance groups that get the data. Default: all.'),
  files: z
    .array(literalText(text()))
    .min(1)
    .max(100)
    .optional()
    .describe('Files beside the spec, which lie in the channel by their names; paths relative to the spec.'),
  contentType: text().optional().describe('MIME type of the data, as text/csv.'),
  inputMode: choice(['File', 'Pipe', 'FastFile'])
    .optional()
    .describe('How the data reaches the container. Default: File.'),
}).check(
  acrossKeys((each, context) =>
    chooseOne(each, { what: 'a channel', keys: ['s3Uri', 'stepOutput', 'parameter', 'files'] }, context),
  ),
);

/** A parenthesis that is neither escaped nor begins a group without a value; without one SageMaker reads nothing (rule R84). */
const CAPTURING_GROUP = /(?:^|[^\\])(?:\\\\)*\((?!\?(?!P?<[A-Za-z_]))/;

const metric = authorObject({
  name: literalText(
    formedText({ what: 'the metric name', pattern: /^.+$/, allowed: 'it must not be empty', longest: 255 }),
  ).describe('Name of the metric.'),
  regex: literalText(
    formedText({
      what: 'the regular expression of a metric',
      pattern: CAPTURING_GROUP,
      allowed: 'the value stands in a group, as in auc=([0-9.]+)',
      longest: 500,
    }),
  ).describe('Expression with one group that finds the value in the log.'),
});

/**
 * What an author says of a training job, whoever starts it: a Training step once, a Tuning step many times.
 * Source of names and defaults: MDAA 1.6.0, facts/mdaa-module section 1.5.
 */
export const trainingJobFields = {
  ...containerImage,
  instanceType: instanceType().optional().describe('SageMaker instance type, as ml.m5.xlarge.'),
  instanceCount: integer(1, 10_000).optional().describe('Number of instances. Default: 1.'),
  instanceGroups: z
    .array(instanceGroup)
    .min(1)
    .max(5)
    .optional()
    .describe('Groups of instances of several types, at most 5, in place of instanceType and instanceCount.'),
  keepAlive: timeSpan(1, 3_600)
    .optional()
    .describe('How long the instances stay warm for the next job, as 10m, at most 1h. They are billed meanwhile.'),
  spot: spotSetting.optional().describe('Spot instances: true, or a map with maxWait and checkpoints.'),
  volumeSizeInGB: integer(1, 16_384).optional().describe('Size of the volume of each instance, in GB. Default: 30.'),
  maxRuntime: timeSpan(1, 2_419_200).optional().describe('Longest run time, as 1h. Default: 1d.'),
  inputChannels: z.array(inputChannel).min(1).max(20).describe('Channels of training data.'),
  outputPath: s3Uri()
    .optional()
    .describe('Where the model goes. Default: a prefix of this execution in the pipeline bucket.'),
  ...localCode,
  metrics: z.array(metric).max(40).optional().describe('Metrics read from the log.'),
  enableNetworkIsolation: flag()
    .optional()
    .describe('No network for this step; overrides the networkConfig of the pipeline.'),
};

/** What an author says of a training job. */
export type TrainingJobFields = z.output<z.ZodObject<typeof trainingJobFields>>;

/** The checks across the fields of a training job. */
export const checkTrainingJob: CrossCheck<Unchecked> = (body, context) => {
  checkContainerImage(body, { what: 'a training job' }, context);
  checkLocalCode(body, context);
  checkUnique(body['inputChannels'], { what: 'the channel', name: 'channelName', at: ['inputChannels'] }, context);
  checkInstances(body, context);
  checkUnique(body['metrics'], { what: 'the metric', name: 'name', at: ['metrics'] }, context);
};

/** Hyperparameters by name; numbers and booleans become text. */
export const hyperparameters = z.record(z.string(), stringified());

/** The body of a Training step. */
export const trainingBody = authorObject({
  ...trainingJobFields,
  hyperparameters: hyperparameters.optional().describe('Hyperparameters; numbers and booleans become text.'),
}).check(acrossKeys(checkTrainingJob));

/** What an author says of a Training step. */
export type TrainingBody = z.output<typeof trainingBody>;
