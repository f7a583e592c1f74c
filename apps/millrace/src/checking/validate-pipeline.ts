import { hasErrors } from '@millrace/schema';
import type { Answer, Invocation, JsonOption } from '../command-line/cli-command.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { countDiagnostics, plural } from '../output/count-diagnostics.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import { type CheckedPipeline, checkPipeline, textsOf } from '../pipeline/check-pipeline.js';
import type { Terminal } from '../terminal/terminal.js';

/** The work of `millrace validate FILE`. */
export async function validatePipeline({ operands: [file = ''], terminal }: Invocation<JsonOption>): Promise<Answer> {
  const checked = await checkPipeline(file, terminal);
  const { diagnostics } = checked;
  const ok = !hasErrors(diagnostics);
  const shown = showDiagnostics(diagnostics, { files: textsOf(checked), colours: terminal.speech });
  terminal.speak(`${shown}${shown === '' ? '' : '\n'}${summarize(checked, terminal)}\n`);
  return {
    exitCode: ok ? EXIT_CODES.fine : EXIT_CODES.errors,
    document: { ok, diagnostics: describeDiagnostics(diagnostics) },
  };
}

function summarize({ pipeline, diagnostics, language, file }: CheckedPipeline, { speech }: Terminal): string {
  const counted = countDiagnostics(diagnostics);
  if (hasErrors(diagnostics) || pipeline === undefined)
    return `${speech.red('not ok:')} ${counted} in ${file === '-' ? 'standard input' : file}`;
  const steps = plural(pipeline.graph.nodes.length, 'step');
  return `${speech.green('ok:')} ${language} with ${steps}${counted === undefined ? '' : `, ${counted}`}`;
}
