import { bindDeployValues, describeIllTyped } from '@millrace/compiler';
import { type DeployValueName, type Diagnostic, hasErrors, type Json, writeJson } from '@millrace/schema';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { UsageError } from '../command-line/usage-error.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import { writeOutputFile } from '../output/write-output-file.js';
import { checkPipeline, textsOf, type WorkablePipeline, workable } from '../pipeline/check-pipeline.js';
import { bindImages } from '../settings/bind-images.js';
import { readValues } from '../settings/read-values.js';
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
  const given = await readValues(checked, options, terminal);
  const { lookUp } = given;
  const texts = new Map([...textsOf(checked), ...given.texts]);
  const diagnostics = [...given.diagnostics, ...checked.diagnostics];
  const pipeline = hasErrors(given.diagnostics) ? undefined : workable(checked, { tolerant: false });
  if (pipeline === undefined) return refuse(diagnostics, texts, terminal);
  const symbolic = chooseDocument(pipeline, options);
  const images = await bindImages(symbolic, lookUp, { region: lookUp('region'), lock: given.project.lock });
  if (images.value === undefined) return refuse([...diagnostics, ...images.diagnostics], texts, terminal);
  const { value, unbound, illTyped } = bindDeployValues(symbolic, images.value);
  const missing = options.requireBound === true && unbound.length > 0 ? [describeUnbound(unbound)] : [];
  const wrong = [...describeIllTyped(illTyped), ...missing];
  if (wrong.length > 0) return refuse([...diagnostics, ...wrong], texts, terminal);
  const shown = [...diagnostics, ...images.diagnostics];
  terminal.tell(showDiagnostics(shown, { files: texts, colours: terminal.notes }));
  noteUnbound(unbound, terminal);
  await deliver(writeJson(value), options, terminal);
  const document = {
    ok: true,
    [options.to === 'request' ? 'request' : 'definition']: value,
    unbound,
    diagnostics: describeDiagnostics(shown),
  };
  return { exitCode: EXIT_CODES.fine, document };
}

/** The definition, or the request that creates the pipeline around it. */
function chooseDocument({ definition, settings }: WorkablePipeline, { to }: CompileOptions): Json {
  if (to !== 'request') return definition;
  if (settings !== undefined) {
    // A request is JSON; its typed view only says more.
    return settings.request as unknown as Json;
  }
  const instead = 'a definition says nothing of name, role and tags: compile a spec, or print the definition';
  throw new UsageError(commandDiagnostics['not-supported-yet']({ what: '--to request', instead }, { path: [] }));
}

function refuseTerraform({ to }: CompileOptions): void {
  if (to !== 'terraform') return;
  const instead = '--to definition prints the JSON that the Terraform resource aws_sagemaker_pipeline takes';
  throw new UsageError(commandDiagnostics['not-supported-yet']({ what: '--to terraform', instead }, { path: [] }));
}

function refuse(diagnostics: readonly Diagnostic[], files: ReadonlyMap<string, string>, terminal: Terminal): Answer {
  terminal.tell(showDiagnostics(diagnostics, { files, colours: terminal.notes }));
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
