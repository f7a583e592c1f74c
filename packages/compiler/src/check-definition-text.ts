import {
  andThen,
  type CheckedGraph,
  checkArguments,
  checkDefinition,
  checkGraph,
  checkPropertyPaths,
  checkStructure,
  type DefinitionDocument,
  type Diagnostic,
  fail,
  linkDefinition,
  loadDescribeTrees,
  loadServiceModel,
  locateDiagnostics,
  type Outcome,
  type PipelineDefinition,
  readDefinition,
  type SourceDocument,
  succeed,
} from '@millrace/schema';
import type { QuotaOptions } from './quota-options.js';

/** A definition that can be worked with: it was read and linked, and its graph has no blocking error. */
export interface CheckedDefinition {
  readonly document: SourceDocument;
  readonly graph: CheckedGraph;
  /** Its typed view; `document.value` is what was written. */
  readonly definition: PipelineDefinition;
}

/**
 * Takes a definition, whoever wrote it, through every stage: read, structure, link, graph, form, AWS's shapes. Refusals
 * stand in the diagnostics beside the value; only blocking errors leave none. The service model is large, so it is loaded
 * only when the stages before found nothing blocking.
 *
 * @param source `file` is the name shown to people
 */
export async function checkDefinitionText(
  source: DefinitionText,
  options: QuotaOptions = {},
): Promise<Outcome<CheckedDefinition>> {
  const read = readDefinition(source.text, source.file);
  const document = read.value;
  if (document === undefined) return fail(read.diagnostics);
  const checked = andThen(checkStructure(document), (sound) => checkForm(sound, { ...source, ...options }));
  const shapes = checked.value === undefined ? [] : await checkShapes(checked.value, options);
  const diagnostics = [...read.diagnostics, ...locateDiagnostics([...checked.diagnostics, ...shapes], document)];
  return { value: checked.value, diagnostics };
}

/** A definition as text. */
interface DefinitionText {
  readonly file: string;
  readonly text: string;
}

function checkForm(
  { document, definition }: DefinitionDocument,
  { file: _, text, ...quotas }: DefinitionText & QuotaOptions,
): Outcome<CheckedDefinition> {
  const graph = checkGraph(linkDefinition(definition), quotas);
  const form = checkDefinition(definition, { text, ...quotas });
  const diagnostics = [...graph.diagnostics, ...form];
  const blocked = graph.value === undefined || form.some((each) => each.blocking);
  return blocked ? fail(diagnostics) : succeed({ document, graph: graph.value, definition }, diagnostics);
}

async function checkShapes(
  { definition, graph }: CheckedDefinition,
  quotas: QuotaOptions,
): Promise<readonly Diagnostic[]> {
  const [model, trees] = await Promise.all([loadServiceModel(), loadDescribeTrees()]);
  return [...checkPropertyPaths(graph, { trees }), ...checkArguments(definition, { model, trees, ...quotas })];
}
