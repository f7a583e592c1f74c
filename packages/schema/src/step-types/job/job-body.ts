import type { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { jsonText } from '../../spec/json-text.js';
import { text } from '../../spec/slots.js';
import { formedText } from '../../spec/text-checks.js';

const schemaVersion = formedText({
  what: 'the version of the schema',
  pattern: /^\d+\.\d+\.\d+$/,
  allowed: 'the form is 1.0.0',
  longest: 16,
});

/** The body of a Job step (CreateJob of the service model; SageMaker SDK v3, `mtrl_pipeline_templates.py`). */
export const jobBody = authorObject({
  category: text().describe('Kind of job, as AgentRFT or AgentRFTEvaluation.'),
  schemaVersion: schemaVersion.optional().describe('Version of the schema of the document. Default: 1.0.0.'),
  document: jsonText.describe(
    "What the job does, in AWS's words for its category; it becomes the text JobConfigDocument. Texts may hold references.",
  ),
});

/** What an author says of a Job step. */
export type JobBody = z.output<typeof jobBody>;
