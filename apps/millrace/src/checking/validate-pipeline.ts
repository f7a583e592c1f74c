import { bindDeployValues, describeIllTyped } from '@millrace/compiler';
import { type Diagnostic, hasErrors } from '@millrace/schema';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { countDiagnostics, plural } from '../output/count-diagnostics.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import { type CheckedPipeline, checkPipeline, textsOf } from '../pipeline/check-pipeline.js';
import { bindImages } from '../settings/bind-images.js';
import { type GivenValues, readValues } from '../settings/read-values.js';
import type { Terminal } from '../terminal/terminal.js';
import type { ValidateOptions } from './validate-options.js';

/** The work of `millrace validate FILE`. */
export async function validatePipeline({
  operands: [file = ''],
  options,
  terminal,
}: Invocation<ValidateOptions>): Promise<Answer> {
  const pipeline = await checkPipeline(file, terminal);
  const given = await readValues(pipeline, options, terminal);
  const diagnostics = [...given.diagnostics, ...pipeline.diagnostics, ...(await checkValues(pipeline, given))];
  const checked = { ...pipeline, diagnostics };
  const files = new Map([...textsOf(pipeline), ...given.texts]);
  const ok = !hasErrors(diagnostics);
  const shown = showDiagnostics(diagnostics, { files, colours: terminal.speech });
  terminal.speak(`${shown}${shown === '' ? '' : '\n'}${summarize(checked, terminal)}\n`);
  return {
    exitCode: ok ? EXIT_CODES.fine : EXIT_CODES.errors,
    document: { ok, diagnostics: describeDiagnostics(diagnostics) },
  };
}

/** What is wrong with the values that are given; what has none is no fault here. */
async function checkValues(
  { pipeline }: CheckedPipeline,
  { lookUp, project }: GivenValues,
): Promise<readonly Diagnostic[]> {
  if (pipeline === undefined) return [];
  const images = await bindImages(pipeline.definition, lookUp, { region: lookUp('region'), lock: project.lock });
  const { illTyped } = bindDeployValues(pipeline.definition, lookUp);
  return [...images.diagnostics, ...describeIllTyped(illTyped)];
}

function summarize({ pipeline, diagnostics, language, file }: CheckedPipeline, { speech }: Terminal): string {
  const counted = countDiagnostics(diagnostics);
  if (hasErrors(diagnostics) || pipeline === undefined)
    return `${speech.red('not ok:')} ${counted} in ${file === '-' ? 'standard input' : file}`;
  const steps = plural(pipeline.graph.nodes.length, 'step');
  return `${speech.green('ok:')} ${language} with ${steps}${counted === undefined ? '' : `, ${counted}`}`;
}
