import { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { awsMembers } from '../../spec/arguments-setting.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { timeSpan } from '../../spec/durations.js';
import { literalOnly } from '../../spec/literal-only.js';
import { stringified, text } from '../../spec/slots.js';
import { hasForm } from '../../spec/text-checks.js';

const filled = (what: string) =>
  text(hasForm({ what, pattern: /\S/, allowed: 'it must not be empty', longest: 10_280 }));

const spark = authorObject({
  entryPoint: filled('the entry point').describe('Script or jar to run, an S3 URI.'),
  arguments: z.array(stringified()).optional().describe('Arguments of the program.'),
  submitParameters: filled('the parameters')
    .optional()
    .describe('Parameters of spark-submit, as --conf spark.executor.cores=4.'),
});

const hive = authorObject({
  query: filled('the query').describe('Query, or the S3 URI of a file with it.'),
  initQueryFile: filled('the file').optional().describe('S3 URI of a file with queries that prepare it.'),
  parameters: filled('the parameters')
    .optional()
    .describe('Parameters of Hive, as --hiveconf hive.exec.scratchdir=s3://….'),
});

const MINUTE = 60;

const job = authorObject({
  name: text(hasForm({ what: 'the job name', pattern: /\S/, allowed: 'it must not be empty', longest: 256 }))
    .optional()
    .describe('Name of the job run.'),
  spark: spark.optional().describe('Spark program: { entryPoint, arguments, submitParameters }.'),
  hive: hive.optional().describe('Hive query: { query, initQueryFile, parameters }.'),
  maxRuntime: literalOnly(timeSpan(MINUTE, 60_000_000))
    .transform((seconds) => Math.ceil(Number(seconds) / MINUTE))
    .optional()
    .describe('Longest run time in whole minutes, as 2h. Default: 12h.'),
  configurationOverrides: awsMembers({ expected: "a map of members of configurationOverrides in AWS's words" })
    .optional()
    .describe("Configuration and monitoring of the job, in AWS's words (StartJobRun)."),
  tags: z.record(z.string(), stringified()).optional().describe('Tags of the job run.'),
}).check(acrossKeys((each, context) => chooseOne(each, { what: 'a job', keys: ['spark', 'hive'] }, context)));

/** The body of an EMRServerless step. Source: facts/sagemaker-pipelines, section 2.1, rule R98. */
export const emrServerlessBody = authorObject({
  applicationId: text(
    hasForm({ what: 'the application id', pattern: /^[0-9a-z]+$/, allowed: 'as 00f1abcdefgh2345', longest: 64 }),
  )
    .optional()
    .describe('Existing application that does the work, as 00f1abcdefgh2345.'),
  applicationConfig: awsMembers({
    expected: "a map of members of CreateApplication in AWS's words",
    help: 'for example { name: counting, releaseLabel: emr-7.0.0, type: SPARK }',
  })
    .optional()
    .describe("Application that is made for the step, in AWS's words (CreateApplication)."),
  job: job.describe('What to run: { spark } or { hive }.'),
}).check(
  acrossKeys((body, context) =>
    chooseOne(body, { what: 'an EMR Serverless step', keys: ['applicationId', 'applicationConfig'] }, context),
  ),
);

/** What an author says of an EMRServerless step. */
export type EmrServerlessBody = z.output<typeof emrServerlessBody>;
