import type { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { formedText } from '../../spec/text-checks.js';
import { bedrockName, modelFolder } from '../bedrock/bedrock-fields.js';

const jobName = formedText({
  what: 'the job name',
  pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9+.-])*$/,
  allowed: 'use letters, digits, "-", "+" and "."',
  longest: 63,
});

/** The body of a BedrockModelImport step (CreateModelImportJob of Bedrock). */
export const bedrockModelImportBody = authorObject({
  importedModelName: bedrockName('the name of the imported model').describe('Name of the model in Bedrock.'),
  modelData: modelFolder.describe('S3 prefix of the files of the model; it ends with "/".'),
  jobName: jobName.optional().describe('Name of the import. Default: the step and the execution, so that it is new.'),
});

/** What an author says of a BedrockModelImport step. */
export type BedrockModelImportBody = z.output<typeof bedrockModelImportBody>;
