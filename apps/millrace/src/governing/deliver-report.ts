import { type Json, writeJson } from '@millrace/schema';
import picocolors from 'picocolors';
import { writeOutputFile } from '../output/write-output-file.js';
import type { Terminal } from '../terminal/terminal.js';
import type { CheckOptions } from './check-options.js';
import type { CheckResult } from './check-result.js';
import { describeCheck } from './describe-check.js';
import { renderCheck } from './render-check.js';

const WITHOUT_COLOURS = picocolors.createColors(false);

/**
 * Shows what was found. A report that goes to a file leaves the terminal to people; one on standard output has it alone,
 * and people get the last words on standard error.
 */
export async function deliverReport(
  result: CheckResult,
  { format, output }: CheckOptions,
  terminal: Terminal,
): Promise<void> {
  if (output !== undefined) await writeOutputFile(output, reportIn(format, result));
  if (output !== undefined || format === 'text' || terminal.json) terminal.speak(renderCheck(result, terminal.speech));
  else terminal.print(reportIn(format, result));
}

function reportIn(format: CheckOptions['format'], result: CheckResult): string {
  // The description is JSON by construction; `object` only cannot say so.
  return format === 'text' ? renderCheck(result, WITHOUT_COLOURS) : writeJson(describeCheck(result) as Json);
}
