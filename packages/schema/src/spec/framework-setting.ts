import type { z } from 'zod';
import type { Unchecked } from './across-keys.js';
import { authorObject } from './author-object.js';
import { chooseOne } from './choose-one.js';
import { literalText } from './literal-only.js';
import type { IssueContext } from './report-issue.js';
import { choice, stringified, text } from './slots.js';
import { hasForm, imageUri } from './text-checks.js';

const isPythonVersion = hasForm({
  what: 'a Python version',
  pattern: /^(py\d+|\d\.\d+)$/,
  allowed: 'write py310 or 3.10',
});

/** `framework: { name, version }`: AWS's own image, of the region in which the pipeline is deployed. */
export const frameworkSetting = authorObject({
  name: literalText(text()).describe('Framework or algorithm as the SageMaker SDK names it: sklearn, pytorch, kmeans.'),
  version: literalText(stringified())
    .optional()
    .describe('Version, as 1.2-1 or 2.1; may be left out where there is only one.'),
  pythonVersion: literalText(stringified(isPythonVersion))
    .transform((version) => version.replace(/^(\d)\.(\d+)$/, 'py$1$2'))
    .optional()
    .describe('Python of the image, as py310 or 3.10, where the version leaves a choice.'),
  baseFramework: literalText(text())
    .optional()
    .describe('Hugging Face only: the library below, as pytorch2.1, where the version leaves a choice.'),
  accelerator: literalText(choice(['cpu', 'gpu']))
    .optional()
    .describe('cpu or gpu. Default: what the instance type of the step has.'),
});

/** A framework as an author names it. */
export type FrameworkSetting = z.output<typeof frameworkSetting>;

/** The two ways in which a body names its container image. */
export const containerImage = {
  imageUri: imageUri().optional().describe('Container image, where framework does not name one of AWS.'),
  framework: frameworkSetting
    .optional()
    .describe("AWS's own image of a framework, { name, version }, for the region of the deployment."),
};

/**
 * Reports unless exactly one of `imageUri` and `framework` is given.
 * @param rule.optional true where the image may come from elsewhere
 */
export function checkContainerImage(
  body: Unchecked,
  rule: { readonly what: string; readonly optional?: boolean },
  context: IssueContext,
): void {
  chooseOne(body, { ...rule, keys: ['imageUri', 'framework'] }, context);
}
