import type { Unchecked } from './across-keys.js';
import { literalText } from './literal-only.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { text } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** Keys for scripts that lie beside the spec; uploaded by content when deployed. */
export const localCode = {
  script: literalText(text())
    .optional()
    .describe('Script to run, a path relative to the spec, or to sourceDir when that is given.'),
  sourceDir: literalText(text())
    .optional()
    .describe('Folder that goes along with the script; path relative to the spec.'),
  requirements: literalText(text())
    .optional()
    .describe('A pip requirements file, installed before the script runs; path relative to the spec.'),
};

/** What a step says about local code. */
export interface LocalCode {
  readonly script?: string | undefined;
  readonly sourceDir?: string | undefined;
  readonly requirements?: string | undefined;
}

/** `sourceDir` and `requirements` only mean something together with `script`. */
export function checkLocalCode(code: Unchecked, context: IssueContext): void {
  if (code.script !== undefined) return;
  for (const given of ['sourceDir', 'requirements']) {
    if (code[given] === undefined) continue;
    const parameters = { given, missing: 'script', why: 'it says which file to run' };
    reportIssue(context, specDiagnostics['missing-companion'], { parameters, at: [given], place: { target: 'key' } });
  }
}
