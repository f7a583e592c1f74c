import { readSpec } from '@millrace/compiler';
import { type Diagnostic, locateDiagnostics, readScenario, type Scenario, type SourceDocument } from '@millrace/schema';
import { readInputFile } from '../input/read-input-file.js';
import type { Terminal } from '../terminal/terminal.js';

/** A scenario file that was read; without a scenario its diagnostics say why. */
export interface ReadScenario {
  readonly scenario?: Scenario;
  readonly document?: SourceDocument;
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `--scenario FILE`, YAML or JSON. Throws a UsageError where there is no file. */
export async function readScenarioFile(file: string | undefined, terminal: Terminal): Promise<ReadScenario> {
  if (file === undefined) return { texts: new Map(), diagnostics: [] };
  const { value: input, diagnostics } = await readInputFile(file, terminal);
  if (input === undefined) return { texts: new Map(), diagnostics };
  const texts = new Map([[input.file, input.text]]);
  const read = readSpec(input);
  if (read.value === undefined) return { texts, diagnostics: read.diagnostics };
  const { value: scenario, diagnostics: problems } = readScenario(read.value.value);
  return {
    ...(scenario === undefined ? {} : { scenario }),
    document: read.value,
    texts,
    diagnostics: [...read.diagnostics, ...locateDiagnostics(problems, read.value)],
  };
}
