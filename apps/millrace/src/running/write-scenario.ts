import { scenarioSkeleton } from '@millrace/local-dry-run-simulator';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import { writeOutputFile } from '../output/write-output-file.js';
import { checkPipeline, textsOf, workable } from '../pipeline/check-pipeline.js';
import { bindLocally } from './bind-locally.js';
import type { ScenarioOptions } from './scenario-options.js';

/** The work of `millrace scenario FILE`. */
export async function writeScenario({
  operands: [file = ''],
  options,
  terminal,
}: Invocation<ScenarioOptions>): Promise<Answer> {
  const checked = await checkPipeline(file, terminal);
  const pipeline = workable(checked, { tolerant: true });
  if (pipeline === undefined) {
    terminal.tell(showDiagnostics(checked.diagnostics, { files: textsOf(checked), colours: terminal.notes }));
    return { exitCode: EXIT_CODES.errors, failure: checked.diagnostics };
  }
  const { definition } = bindLocally(pipeline, { lookUp: () => undefined, file });
  const { scenario, text } = scenarioSkeleton(definition);
  if (options.output !== undefined) await writeOutputFile(options.output, text);
  else if (!terminal.json) terminal.print(text);
  const document = { ok: true, scenario, diagnostics: describeDiagnostics(checked.diagnostics) };
  return { exitCode: EXIT_CODES.fine, document };
}
