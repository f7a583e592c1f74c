import {
  andThen,
  type CheckedGraph,
  checkArguments,
  checkDefinition,
  checkGraph,
  checkPropertyPaths,
  fail,
  isRawStep,
  type Json,
  loadDescribeTrees,
  loadFrameworkImages,
  loadServiceModel,
  locateDiagnostics,
  type Outcome,
  type Path,
  type PipelineDefinition,
  type SourceDocument,
  settle,
  succeed,
  type ValidatedSpec,
  validateSpec,
} from '@millrace/schema';
import type { LocalFiles } from './code/local-files.js';
import { type ExpandedSpec, expandSpec } from './expand/expand-spec.js';
import { isInRawStep } from './link/link-raw-step.js';
import { type LinkedSpec, linkSpec } from './link/link-spec.js';
import { type LoweredPipeline, lowerSpec, type PlacedCode, type PlacedImage } from './lowering/lower-spec.js';
import type { PipelineSettings } from './lowering/pipeline-settings.js';
import type { QuotaOptions } from './quota-options.js';
import { readSpec } from './read/read-spec.js';

/** The text of a spec and the name that is shown to people. */
export interface SpecSource {
  readonly file: string;
  readonly text: string;
}

/** A pipeline that went through every stage. */
export interface CompiledPipeline {
  readonly document: SourceDocument;
  readonly graph: CheckedGraph;
  /** Deploy values are still symbolic. */
  readonly definition: PipelineDefinition;
  /** The place in the spec that a place in the definition comes from, for whoever judges the definition. */
  readonly originOf: (path: Path) => Path;
  /** The name of the pipeline: text, or text with deploy values. */
  readonly pipelineName: Json;
  /** What the request that creates the pipeline says beside the definition, what starts executions, and retention. */
  readonly settings: PipelineSettings;
  /** The S3 prefix of the objects that the project owns, symbolic. */
  readonly dataPrefix: Json;
  /** Local scripts, content-addressed: what the deploy values `code:<sha256>` stand for. */
  readonly code: readonly PlacedCode[];
  /** AWS's images of frameworks: what the deploy values `image:…` stand for, whatever the region. */
  readonly images: readonly PlacedImage[];
}

/** What a compilation needs besides the spec. */
export interface CompileOptions extends QuotaOptions {
  /** The files beside the spec: scripts and their folders. */
  readonly files: LocalFiles;
}

/** A spec up to the end of the stages that need no model of AWS. */
export interface CheckedSpec {
  readonly validated: ValidatedSpec;
  readonly graph: CheckedGraph;
}

/**
 * The whole way from text to a checked, symbolic definition. Diagnostics are placed. The service model is
 * loaded only after the blocking stages have passed.
 */
export async function compileSpec(source: SpecSource, options: CompileOptions): Promise<Outcome<CompiledPipeline>> {
  const read = readSpec(source);
  if (read.value === undefined) return fail(read.diagnostics);
  const expanded = andThen(read, expandSpec);
  if (expanded.value === undefined) return fail(expanded.diagnostics);
  const { document } = expanded.value;
  const checked = andThen(expanded, (given) => checkSpec(given, options));
  if (checked.value === undefined) return fail(locateDiagnostics(checked.diagnostics, document));
  const lowered = await lowerAndMeasure(checked.value, options);
  const diagnostics = locateDiagnostics([...checked.diagnostics, ...lowered.diagnostics], document);
  if (lowered.value === undefined) return fail(diagnostics);
  return settle({ document, graph: checked.value.graph, ...lowered.value }, diagnostics);
}

/** The stages that need AWS's shapes, which are loaded only here. */
async function lowerAndMeasure(
  { validated, graph }: CheckedSpec,
  { files, ...quotas }: CompileOptions,
): Promise<Outcome<LoweredPipeline>> {
  const [model, trees, images] = await Promise.all([loadServiceModel(), loadDescribeTrees(), loadFrameworkImages()]);
  return andThen(lowerSpec({ spec: validated.spec, graph, files, trees, images }), (pipeline) =>
    settle(pipeline, [
      ...checkPropertyPaths(graph, { trees }),
      ...checkDefinition(pipeline.definition, {
        originOf: pipeline.originOf,
        ...(validated.spec.pipeline.steps.some(isRawStep) && { isVerbatim: isInRawStep }),
        ...quotas,
      }),
      ...checkArguments(pipeline.definition, { model, trees, originOf: pipeline.originOf, ...quotas }),
    ]),
  );
}

/** The stages validate, link and check: all that can be said of an expanded spec without AWS's shapes. */
export function checkSpec({ document, groups }: ExpandedSpec, options: QuotaOptions = {}): Outcome<CheckedSpec> {
  return andThen(validateSpec(document), (validated) => checkLinked(linkSpec(validated, groups), options));
}

function checkLinked({ validated, graph }: LinkedSpec, options: QuotaOptions): Outcome<CheckedSpec> {
  const checked = checkGraph(graph, options);
  return checked.value === undefined
    ? { value: undefined, diagnostics: checked.diagnostics }
    : succeed({ validated, graph: checked.value }, checked.diagnostics);
}
