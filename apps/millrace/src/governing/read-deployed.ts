import {
  checkStructure,
  type Diagnostic,
  locateDiagnostics,
  type PipelineDefinition,
  readDefinition,
} from '@millrace/schema';
import { readInputFile } from '../input/read-input-file.js';
import type { Terminal } from '../terminal/terminal.js';

/** What is deployed now. */
export interface Deployed {
  /** Undefined where nobody says, and where it cannot be read. */
  readonly definition?: PipelineDefinition;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that places lead into. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads the definition of `--deployed`. Whether SageMaker takes it is no question any more, so only its frame is checked. */
export async function readDeployed(file: string | undefined, terminal: Terminal): Promise<Deployed> {
  const nothing = { diagnostics: [], texts: new Map<string, string>() };
  if (file === undefined) return nothing;
  const { value: input, diagnostics } = await readInputFile(file, terminal);
  if (input === undefined) return { ...nothing, diagnostics };
  const texts = new Map([[input.file, input.text]]);
  const read = readDefinition(input.text, input.file);
  if (read.value === undefined) return { diagnostics: read.diagnostics, texts };
  const checked = checkStructure(read.value);
  return {
    ...(checked.value !== undefined && { definition: checked.value.definition }),
    diagnostics: [...read.diagnostics, ...locateDiagnostics(checked.diagnostics, read.value)],
    texts,
  };
}
