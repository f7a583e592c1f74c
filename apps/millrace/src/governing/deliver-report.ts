import { writeOutputFile } from '../output/write-output-file.js';
import type { Terminal } from '../terminal/terminal.js';
import type { CheckOptions } from './check-options.js';
import type { CheckResult } from './check-result.js';
import { renderCheck } from './render-check.js';
import { renderReport } from './render-report.js';

/** Shows what was found. A report that goes to a file leaves the terminal to people; one on standard output has it alone. */
export async function deliverReport(
  result: CheckResult,
  { format, output }: CheckOptions,
  terminal: Terminal,
): Promise<void> {
  if (output !== undefined) await writeOutputFile(output, renderReport(format, result));
  if (output !== undefined || format === 'text' || terminal.json) terminal.speak(renderCheck(result, terminal.speech));
  else terminal.print(renderReport(format, result));
}
