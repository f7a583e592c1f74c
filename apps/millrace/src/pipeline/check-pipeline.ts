import {
  checkDefinitionText,
  compileSpec,
  detectLanguage,
  nodeFiles,
  type PipelineSettings,
  type PlacedCode,
} from '@millrace/compiler';
import {
  type CheckedGraph,
  type Diagnostic,
  hasErrors,
  type Json,
  type Outcome,
  type Path,
  type PipelineDefinition,
  type SourceDocument,
} from '@millrace/schema';
import type { InputFile } from '../input/input-file.js';
import { readInputFile } from '../input/read-input-file.js';
import { readQuotas } from '../settings/read-quotas.js';
import type { Terminal } from '../terminal/terminal.js';

/** A FILE after all stages. */
export interface CheckedPipeline {
  /** As it was given. */
  readonly file: string;
  /** Absolute; what relative paths in the file start from. */
  readonly folder: string;
  /** Undefined where the bytes are no text. */
  readonly input: InputFile | undefined;
  readonly language: 'spec' | 'definition';
  /** Undefined exactly when a diagnostic is blocking. */
  readonly pipeline: WorkablePipeline | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What both languages come to. */
export interface WorkablePipeline {
  readonly document: SourceDocument;
  readonly graph: CheckedGraph;
  /** The definition in its symbolic form; of a definition what was written. */
  readonly definition: Json;
  /** The same with its types, for whoever judges it; null members of its frame are left out. */
  readonly typed: PipelineDefinition;
  /** For a spec: the place in it that a place in the definition comes from. */
  readonly originOf: ((path: Path) => Path) | undefined;
  /** Undefined for a definition: its name stands elsewhere, in the request that creates the pipeline. */
  readonly pipelineName: Json | undefined;
  /** What the spec says of the pipeline beside its definition; undefined for a definition. */
  readonly settings: PipelineSettings | undefined;
  /** The S3 prefix of the project's own `data/`; undefined for a definition. */
  readonly dataPrefix: Json | undefined;
  readonly code: readonly PlacedCode[];
}

/** Takes the FILE of a command through every stage, whichever language it is in. Throws a UsageError where there is no file. */
export async function checkPipeline(file: string, terminal: Terminal): Promise<CheckedPipeline> {
  return checkReadPipeline(file, await readInputFile(file, terminal), terminal);
}

/** The same for a FILE that was read already. */
export async function checkReadPipeline(
  file: string,
  { value: input, diagnostics }: Outcome<InputFile>,
  terminal: Terminal,
): Promise<CheckedPipeline> {
  const folder = input?.folder ?? terminal.workingDirectory;
  if (input === undefined) return { file, folder, input, language: 'spec', pipeline: undefined, diagnostics };
  const language = detectLanguage(input);
  const outcome = language === 'definition' ? await checkDefinitionFile(input) : await checkSpecFile(input);
  return {
    file,
    folder,
    input,
    language,
    pipeline: outcome.value,
    diagnostics: [...diagnostics, ...outcome.diagnostics],
  };
}

async function checkDefinitionFile(input: InputFile): Promise<Outcome<WorkablePipeline>> {
  const { value, diagnostics } = await checkDefinitionText(input, readQuotas(input.folder));
  if (value === undefined) return { value, diagnostics };
  const { document, graph, definition: typed } = value;
  const parts = { document, graph, definition: document.value, typed, originOf: undefined };
  return {
    value: { ...parts, pipelineName: undefined, settings: undefined, dataPrefix: undefined, code: [] },
    diagnostics,
  };
}

async function checkSpecFile(input: InputFile): Promise<Outcome<WorkablePipeline>> {
  const { value, diagnostics } = await compileSpec(input, {
    files: nodeFiles(input.folder),
    ...readQuotas(input.folder),
  });
  if (value === undefined) return { value, diagnostics };
  // The typed view of a definition is JSON by construction; its index signature only cannot say so.
  const definition = value.definition as unknown as Json;
  return { value: { ...value, definition, typed: value.definition }, diagnostics };
}

/** The texts that places of its diagnostics lead into. */
export function textsOf({ input }: CheckedPipeline): ReadonlyMap<string, string> {
  return new Map(input === undefined ? [] : [[input.file, input.text]]);
}

/** The pipeline where it may be worked with: of a spec nothing may be wrong, of a definition refusals may be tolerated. */
export function workable(
  { pipeline, language, diagnostics }: CheckedPipeline,
  { tolerant }: { readonly tolerant: boolean },
): WorkablePipeline | undefined {
  const refused = hasErrors(diagnostics) && !(tolerant && language === 'definition');
  return refused ? undefined : pipeline;
}
