import { join } from 'node:path';
import { deployValuesIn, LOCK_FILE, resolveFrameworkImages } from '@millrace/compiler';
import { type Diagnostic, hasErrors, type ImageLock, loadFrameworkImages, type Outcome } from '@millrace/schema';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { UsageError } from '../command-line/usage-error.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import { writeOutputFile } from '../output/write-output-file.js';
import { checkPipeline, textsOf, type WorkablePipeline, workable } from '../pipeline/check-pipeline.js';
import { readValues } from '../settings/read-values.js';
import type { LockOptions } from './lock-options.js';
import { readPins } from './read-pins.js';
import { renderLock } from './render-lock.js';

/** The work of `millrace lock FILE`. */
export async function lockImages({
  operands: [file = ''],
  options,
  terminal,
}: Invocation<LockOptions>): Promise<Answer> {
  const checked = await checkPipeline(file, terminal);
  const given = await readValues(checked, options, terminal);
  const { project, lookUp } = given;
  const region = lookUp('region');
  if (project.folder === undefined) throw refuse('FILE', 'there is no project config for the lock to lie beside');
  if (region === undefined)
    throw refuse('--set', 'images differ by region, and none is given', '--set region=us-east-1, or -e ENV');
  const pipeline = workable(checked, { tolerant: true });
  const images = pipeline === undefined ? undefined : await imagesOf(pipeline, region);
  const diagnostics = [...given.diagnostics, ...checked.diagnostics, ...(images?.diagnostics ?? [])];
  if (images?.value === undefined || hasErrors(given.diagnostics)) {
    const files = new Map([...textsOf(checked), ...given.texts]);
    terminal.tell(showDiagnostics(diagnostics, { files, colours: terminal.notes }));
    return { exitCode: EXIT_CODES.errors, failure: diagnostics };
  }
  const pins = readPins(options.image ?? [], images.value);
  const lock = new Map([...project.lock, ...pins]);
  const path = join(project.folder, LOCK_FILE);
  if (pins.size > 0) await writeOutputFile(path, renderLock(lock));
  return answer({ path, images: images.value, lock, diagnostics }, (text) => terminal.speak(text));
}

/** The URIs of AWS's images in a pipeline, by deploy value. */
async function imagesOf(
  { definition }: WorkablePipeline,
  region: string,
): Promise<Outcome<ReadonlyMap<string, string>>> {
  return resolveFrameworkImages(deployValuesIn(definition), { region, table: await loadFrameworkImages() });
}

interface Locked {
  readonly path: string;
  readonly images: ReadonlyMap<string, string>;
  readonly lock: ImageLock;
  readonly diagnostics: readonly Diagnostic[];
}

function answer({ path, images, lock, diagnostics }: Locked, speak: (text: string) => void): Answer {
  const listed = [...images].map(([name, uri]) => ({ name, uri, digest: lock.get(uri) ?? null }));
  const used = new Set(images.values());
  // Other pipelines and other regions of the project have entries, too, so this is no fault.
  const unused = [...lock.keys()].filter((uri) => !used.has(uri));
  const lines = listed.map(({ name, uri, digest }) => `${name}\n  ${uri}\n  ${digest ?? 'not pinned'}\n`);
  const others = unused.map((uri) => `not used here: ${uri}\n`);
  speak([...(lines.length === 0 ? ['the pipeline takes no image from AWS\n'] : lines), ...others].join(''));
  const document = { ok: true, file: path, images: listed, unused, diagnostics: describeDiagnostics(diagnostics) };
  return { exitCode: EXIT_CODES.fine, document };
}

function refuse(option: string, problem: string, help?: string): UsageError {
  return new UsageError(commandDiagnostics['bad-option-value']({ option, problem, help }, { path: [] }));
}
