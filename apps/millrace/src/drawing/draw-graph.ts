import { buildDiagram, diagramFormats } from '@millrace/compiler';
import { hasErrors } from '@millrace/schema';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { countDiagnostics } from '../output/count-diagnostics.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import { writeOutputFile } from '../output/write-output-file.js';
import { type LinkedPipeline, linkPipeline } from '../pipeline/link-pipeline.js';
import type { Terminal } from '../terminal/terminal.js';
import type { GraphOptions } from './graph-options.js';

/** The work of `millrace graph FILE`. */
export async function drawGraph({
  operands: [file = ''],
  options,
  terminal,
}: Invocation<GraphOptions>): Promise<Answer> {
  const linked = await linkPipeline(file, options, terminal);
  const { graph, title, diagnostics } = linked;
  if (graph === undefined) {
    terminal.tell(showDiagnostics(diagnostics, { files: linked.files, colours: terminal.notes }));
    return { exitCode: EXIT_CODES.errors, failure: diagnostics };
  }
  const name = options.format ?? (terminal.json ? 'json' : 'mermaid');
  // The parser takes only names of the list.
  const format = diagramFormats.find((each) => each.name === name) ?? diagramFormats[0];
  const drawing = await format.render(buildDiagram(graph, title));
  if (options.output !== undefined) await writeOutputFile(options.output, drawing);
  else if (!terminal.json) terminal.print(drawing);
  noteErrors(linked, file, terminal);
  const diagram = options.output !== undefined ? null : name === 'json' ? JSON.parse(drawing) : drawing;
  const document = { ok: true, format: name, diagram, diagnostics: describeDiagnostics(diagnostics) };
  return { exitCode: EXIT_CODES.fine, document };
}

// The drawing is worth having also with errors in it; the note says that it is not the whole truth.
function noteErrors({ diagnostics }: LinkedPipeline, file: string, terminal: Terminal): void {
  if (!hasErrors(diagnostics)) return;
  const counted = countDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  terminal.tell(`${terminal.notes.yellow('note:')} ${counted} in ${file}: \`millrace validate\` shows them\n`);
}
