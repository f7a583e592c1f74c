import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fail, type Outcome, settle } from '../diagnostics/outcome.js';
import type { SourceDocument } from '../source/source-document.js';
import { diagnoseIssues } from './diagnose-issue.js';
import { type PipelineSpec, pipelineSpec } from './pipeline-spec.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { literalTextOf } from './spec-value.js';

const VALIDATED = Symbol('validated');

/** A spec whose form is right, with the document it stands in. Only {@link validateSpec} makes it. */
export interface ValidatedSpec {
  readonly spec: PipelineSpec;
  readonly document: SourceDocument;
  readonly [VALIDATED]: true;
}

/** The stage "validate": the form of a spec, in the author's words. Names are resolved by the next stage. */
export function validateSpec(document: SourceDocument): Outcome<ValidatedSpec> {
  const parsed = pipelineSpec.safeParse(document.value);
  if (!parsed.success) return fail(diagnoseIssues(parsed.error.issues, document.value));
  return settle({ spec: parsed.data, document, [VALIDATED]: true }, remarks(parsed.data));
}

const NOT_DEPLOYED = ['service_catalog_product_config', 'sagemakerBlueprint'] as const;
/** Longest pipeline name that CreatePipeline takes in practice (aws/sagemaker-python-sdk issue 2933). */
const LONGEST_NAME = 82;

function remarks(spec: PipelineSpec): readonly Diagnostic[] {
  const ignored = NOT_DEPLOYED.filter((key) => spec[key] !== undefined);
  const name = literalTextOf(spec.pipelineName) ?? '';
  return [
    ...ignored.map((key) => specDiagnostics['not-deployed']({ key }, { path: [key], target: 'key' })),
    ...(name.length > LONGEST_NAME
      ? [specDiagnostics['long-pipeline-name']({ given: name.length }, { path: ['pipelineName'] })]
      : []),
  ];
}
