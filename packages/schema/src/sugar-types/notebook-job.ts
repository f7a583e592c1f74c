import { z } from 'zod';
import { authorObject } from '../spec/author-object.js';
import { timeSpan } from '../spec/durations.js';
import { literalText } from '../spec/literal-only.js';
import { integer, stringified, text } from '../spec/slots.js';
import { formedText, imageUri, instanceType, s3Uri } from '../spec/text-checks.js';
import { declareSugarType } from './sugar-type.js';

const localFile = literalText(text());

/** A notebook runs as a training job (SageMaker SDK v2, `notebook_job_step.py`, whose names and defaults these are). */
const notebookJobBody = authorObject({
  notebook: literalText(
    formedText({ what: 'a notebook', pattern: /\.ipynb$/, allowed: 'the file name ends with .ipynb' }),
  ).describe('Notebook to run, a path relative to the spec.'),
  imageUri: imageUri().describe('Image with the kernel, such as one of SageMaker Distribution.'),
  kernelName: formedText({ what: 'a kernel name', pattern: /\S/, allowed: 'it must not be empty' }).describe(
    'Kernel of the image that runs the notebook, as python3.',
  ),
  parameters: z.record(z.string(), stringified()).optional().describe('Parameters of the notebook.'),
  initializationScript: localFile
    .optional()
    .describe('Shell script that runs before the notebook, a path relative to the spec.'),
  files: z
    .array(localFile)
    .min(1)
    .optional()
    .describe('Further files beside the notebook, paths relative to the spec.'),
  outputPath: s3Uri()
    .optional()
    .describe('Where the finished notebook goes. Default: a prefix of this execution in the pipeline bucket.'),
  instanceType: instanceType().optional().describe('SageMaker instance type. Default: ml.m5.large.'),
  volumeSizeInGB: integer(1, 16_384).optional().describe('Size of the volume, in GB. Default: 30.'),
  maxRuntime: timeSpan(1, 2_419_200).optional().describe('Longest run time of each attempt, as 1h. Default: 2d.'),
  maxRetryAttempts: integer(1, 30)
    .optional()
    .describe('How often the job tries again after a fault of the service. Default: 1.'),
});

/** Runs a notebook. */
export const notebookJob = declareSugarType({
  bodyKey: 'notebookJob',
  summary: 'Runs a notebook from start to end, as a Training step.',
  body: notebookJobBody,
  // The SDK offers none: a notebook is run for what it shows.
  withoutSettings: ['cache'],
  example: {
    name: 'Explore',
    type: 'NotebookJob',
    notebookJob: {
      notebook: 'explore.ipynb',
      imageUri: '885854791233.dkr.ecr.us-east-1.amazonaws.com/sagemaker-distribution-prod:2.1-cpu',
      kernelName: 'python3',
    },
  },
});
