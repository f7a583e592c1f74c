import { bindDeployValues } from '@millrace/compiler';
import { type DeployValueName, type Diagnostic, toPlainJson, writeJson } from '@millrace/schema';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { UsageError } from '../command-line/usage-error.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import { writeOutputFile } from '../output/write-output-file.js';
import { type CheckedPipeline, checkPipeline, textsOf, workable } from '../pipeline/check-pipeline.js';
import { lookUpDeployValues } from '../settings/deploy-values.js';
import { readEnvironment } from '../settings/read-environment.js';
import type { Terminal } from '../terminal/terminal.js';
import { compileDiagnostics } from './compile-diagnostics.js';
import type { CompileOptions } from './compile-options.js';

/** The work of `millrace compile FILE`. */
export async function compilePipeline({
  operands: [file = ''],
  options,
  terminal,
}: Invocation<CompileOptions>): Promise<Answer> {
  refuseTerraform(options);
  const checked = await checkPipeline(file, terminal);
  const { values } = await readEnvironment(options.env, { folder: checked.input?.folder, terminal });
  const lookUp = lookUpDeployValues(options.set, values);
  const pipeline = workable(checked, { tolerant: false });
  if (pipeline === undefined) return refuse(checked, checked.diagnostics, terminal);
  const { value, unbound } = bindDeployValues(pipeline.definition, lookUp);
  const missing = options.requireBound === true && unbound.length > 0 ? [describeUnbound(unbound)] : [];
  if (missing.length > 0) return refuse(checked, [...checked.diagnostics, ...missing], terminal);
  terminal.tell(showDiagnostics(checked.diagnostics, { files: textsOf(checked), colours: terminal.notes }));
  noteUnbound(unbound, terminal);
  await deliver(writeJson(value), options, terminal);
  const document = {
    ok: true,
    definition: toPlainJson(value),
    unbound,
    diagnostics: describeDiagnostics(checked.diagnostics),
  };
  return { exitCode: EXIT_CODES.fine, document };
}

function refuseTerraform({ to }: CompileOptions): void {
  if (to !== 'terraform') return;
  const instead = '--to definition prints the JSON that the Terraform resource aws_sagemaker_pipeline takes';
  throw new UsageError(commandDiagnostics['not-supported-yet']({ what: '--to terraform', instead }, { path: [] }));
}

function refuse(checked: CheckedPipeline, diagnostics: readonly Diagnostic[], terminal: Terminal): Answer {
  terminal.tell(showDiagnostics(diagnostics, { files: textsOf(checked), colours: terminal.notes }));
  return { exitCode: EXIT_CODES.errors, failure: diagnostics };
}

function describeUnbound(names: readonly DeployValueName[]): Diagnostic {
  return compileDiagnostics['unbound-deploy-value']({ names }, { path: [] });
}

function noteUnbound(names: readonly DeployValueName[], { tell, notes }: Terminal): void {
  if (names.length > 0) tell(`${notes.dim('note:')} known at deployment only: ${names.join(', ')}\n`);
}

async function deliver(text: string, { output }: CompileOptions, terminal: Terminal): Promise<void> {
  if (output !== undefined) await writeOutputFile(output, text);
  else if (!terminal.json) terminal.print(text);
}
