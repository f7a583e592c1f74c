import { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { timeSpan } from '../../spec/durations.js';
import { checkContainerImage, containerImage } from '../../spec/framework-setting.js';
import { literalText } from '../../spec/literal-only.js';
import { checkLocalCode, localCode } from '../../spec/local-code.js';
import { nameOfOther, parameterReference, stepOutput } from '../../spec/names.js';
import { choice, flag, integer, stringified, text } from '../../spec/slots.js';
import { formedText, instanceType, s3Uri } from '../../spec/text-checks.js';
import { checkUnique } from '../../spec/unique-names.js';

/** The name of an input or output (ProcessingInput, ProcessingOutput of the service model). */
const ioName = (what: string) =>
  literalText(
    formedText({ what, pattern: /^[A-Za-z0-9\-_.]+$/, allowed: 'use letters, digits, "-", "_" and "."', longest: 64 }),
  );

/** ProcessingS3Input `LocalPath` in the API reference; outputs may lie anywhere. */
const inputPath = formedText({
  what: 'a folder for an input',
  pattern: /^\/opt\/ml\/processing\/./,
  allowed: 'SageMaker wants a path that begins with /opt/ml/processing/',
});

const input = authorObject({
  inputName: ioName('the input name').describe('Name of the input; unique in the step.'),
  s3Uri: s3Uri().optional().describe('Where the data lies.'),
  stepOutput: stepOutput.optional().describe('Output of another step, as Preprocess.train or Train.modelArtifacts.'),
  parameter: parameterReference.optional().describe('Pipeline parameter that holds the S3 URI.'),
  localPath: inputPath.optional().describe('Folder in the container. Default: /opt/ml/processing/input/<inputName>.'),
}).check(
  acrossKeys((each, context) =>
    chooseOne(each, { what: 'an input', keys: ['s3Uri', 'stepOutput', 'parameter'] }, context),
  ),
);

const output = authorObject({
  outputName: ioName('the output name').describe('Name of the output; unique in the step.'),
  localPath: text().optional().describe('Folder in the container. Default: /opt/ml/processing/<outputName>.'),
  s3Uri: s3Uri()
    .optional()
    .describe('Where the output goes. Default: a prefix of this execution in the pipeline bucket.'),
  uploadMode: choice(['EndOfJob', 'Continuous']).optional().describe('When files are uploaded. Default: EndOfJob.'),
});

const propertyFile = authorObject({
  propertyFileName: nameOfOther.describe('Name by which conditions read the file.'),
  outputName: nameOfOther.describe('Output of this step that holds the file.'),
  filePath: nameOfOther.describe('Path of the JSON file inside the output.'),
});

/** The body of a Processing step. Source of names and defaults: MDAA 1.6.0, facts/mdaa-module section 1.5. */
export const processingBody = authorObject({
  ...containerImage,
  instanceType: instanceType().describe('SageMaker instance type, as ml.m5.xlarge.'),
  instanceCount: integer(1, 100).optional().describe('Number of instances. Default: 1.'),
  volumeSizeInGB: integer(1, 16_384).optional().describe('Size of the volume of each instance, in GB. Default: 30.'),
  maxRuntime: timeSpan(1, 777_600).optional().describe('Longest run time, as 1h. Default: that of SageMaker.'),
  scriptS3Uri: s3Uri().optional().describe('Script in S3 that the container runs with python3.'),
  scriptFile: nameOfOther.optional().describe('File name of the script, where scriptS3Uri does not end with one.'),
  ...localCode,
  entrypoint: z
    .array(stringified())
    .min(1)
    .max(100)
    .optional()
    .describe('Entry point of the container, in place of a script.'),
  arguments: z.array(stringified()).max(100).optional().describe('Arguments of the script.'),
  inputs: z.array(input).max(10).optional().describe('Data that the container reads.'),
  outputs: z.array(output).max(10).optional().describe('Data that the container writes.'),
  propertyFiles: z.array(propertyFile).optional().describe('JSON files in outputs that conditions can read.'),
  enableNetworkIsolation: flag()
    .optional()
    .describe('No network for this step; overrides the networkConfig of the pipeline.'),
}).check(
  acrossKeys((body, context) => {
    checkContainerImage(body, { what: 'a processing step' }, context);
    checkLocalCode(body, context);
    checkUnique(body['inputs'], { what: 'the input', name: 'inputName', at: ['inputs'] }, context);
    checkUnique(body['outputs'], { what: 'the output', name: 'outputName', at: ['outputs'] }, context);
    chooseOne(
      body,
      { what: 'a processing step', keys: ['script', 'scriptS3Uri', 'entrypoint'], optional: true },
      context,
    );
  }),
);

/** What an author says of a Processing step. */
export type ProcessingBody = z.output<typeof processingBody>;
