import { basename } from 'node:path';
import {
  bindDeployValues,
  detectLanguage,
  expandSpec,
  linkSpec,
  lowerDeployTimeValue,
  readSpec,
} from '@millrace/compiler';
import {
  andThen,
  checkGraph,
  checkStructure,
  type Diagnostic,
  hasErrors,
  isDeployTime,
  isJsonObject,
  linkDefinition,
  locateDiagnostics,
  type Outcome,
  type PipelineGraph,
  parseText,
  readDefinition,
  type SourceDocument,
  succeed,
  validateSpec,
} from '@millrace/schema';
import type { InputFile } from '../input/input-file.js';
import { readInputFile } from '../input/read-input-file.js';
import type { DeployValueLookup } from '../settings/deploy-values.js';
import { readQuotas } from '../settings/read-quotas.js';
import { readValues } from '../settings/read-values.js';
import type { ValueOptions } from '../settings/value-options.js';
import type { Terminal } from '../terminal/terminal.js';

/** A FILE as far as its graph: what a drawing needs. */
export interface LinkedPipeline {
  /** Undefined where the file cannot be read as a pipeline at all. */
  readonly graph: PipelineGraph | undefined;
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Links the FILE of a command, and checks the graph without letting errors stand in the way: unknown steps and cycles can
 * be drawn. Throws a UsageError where there is no file.
 */
export async function linkPipeline(file: string, options: ValueOptions, terminal: Terminal): Promise<LinkedPipeline> {
  const { value: input, diagnostics } = await readInputFile(file, terminal);
  if (input === undefined) return { graph: undefined, title: file, files: new Map(), diagnostics };
  const given = await readValues({ file, folder: input.folder }, options, terminal);
  const files = new Map([[input.file, input.text], ...given.texts]);
  const title = nameOfFile(input);
  const read = detectLanguage(input) === 'definition' ? linkDefinitionText(input) : linkSpecText(input);
  if (read.value === undefined || hasErrors(given.diagnostics))
    return { graph: undefined, title, files, diagnostics: [...given.diagnostics, ...read.diagnostics] };
  const { document, linked } = read.value;
  const remarks = linked.value === undefined ? [] : checkGraph(linked.value, readQuotas(input.folder)).diagnostics;
  const found = locateDiagnostics([...linked.diagnostics, ...remarks], document);
  return {
    graph: linked.value,
    title: nameInSpec(document, given.lookUp) ?? title,
    files,
    diagnostics: [...given.diagnostics, ...read.diagnostics, ...found],
  };
}

/** A document that could be read, and its graph. */
interface LinkedDocument {
  readonly document: SourceDocument;
  readonly linked: Outcome<PipelineGraph>;
}

function linkDefinitionText(input: InputFile): Outcome<LinkedDocument> {
  return andThen(readDefinition(input.text, input.file), (document) =>
    succeed({
      document,
      linked: andThen(checkStructure(document), ({ definition }) => succeed(linkDefinition(definition))),
    }),
  );
}

function linkSpecText(input: InputFile): Outcome<LinkedDocument> {
  return andThen(andThen(readSpec(input), expandSpec), ({ document, groups }) =>
    succeed({
      document,
      linked: andThen(validateSpec(document), (spec) => succeed(linkSpec(spec, groups).graph)),
    }),
  );
}

/** The name that a spec gives its pipeline or project, as far as its deploy values are known; a definition has none. */
function nameInSpec({ value }: SourceDocument, lookUp: DeployValueLookup): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const name = value['pipelineName'] ?? value['projectName'];
  const parsed = typeof name === 'string' ? parseText(name) : undefined;
  if (parsed === undefined || 'problem' in parsed || !isDeployTime(parsed.value)) return undefined;
  const { value: bound } = bindDeployValues(lowerDeployTimeValue(parsed.value), lookUp);
  return typeof bound === 'string' ? bound : undefined;
}

function nameOfFile({ file }: InputFile): string {
  return basename(file).replace(/\.(ya?ml|json)$/, '');
}
