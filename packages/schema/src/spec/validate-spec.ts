import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { fail, type Outcome, settle } from '../diagnostics/outcome.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import type { SourceDocument } from '../source/source-document.js';
import { diagnoseIssues } from './diagnose-issue.js';
import type { SpecStep } from './parse-step.js';
import { type PipelineSpec, pipelineSpec } from './pipeline-spec.js';
import { isRawStep, type RawStep } from './raw-step.js';
import { remarkOnLoop } from './remark-on-loop.js';
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
  const reserved = findReservedKeys(document.value, []);
  if (reserved.length > 0) return fail(reserved);
  const parsed = pipelineSpec.safeParse(document.value);
  if (!parsed.success) return fail(diagnoseIssues(parsed.error.issues, document.value));
  return settle({ spec: parsed.data, document, [VALIDATED]: true }, remarks(parsed.data));
}

/** zod leaves this key out of what it parses, without a word: nothing that an author writes may disappear like that. */
const RESERVED_KEY = '__proto__';

function findReservedKeys(value: Json, path: Path): readonly Diagnostic[] {
  if (isJsonList(value)) return value.flatMap((item, index) => findReservedKeys(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === RESERVED_KEY ? [reportReservedKey([...path, key])] : findReservedKeys(item, [...path, key]),
  );
}

function reportReservedKey(path: Path): Diagnostic {
  const parameters = {
    what: 'a key',
    given: RESERVED_KEY,
    allowed: 'JavaScript keeps this word for itself',
    help: 'choose another name',
  };
  return specDiagnostics.malformed(parameters, { path, target: 'key' });
}

const NOT_DEPLOYED = ['service_catalog_product_config', 'sagemakerBlueprint'] as const;
/** Longest pipeline name that CreatePipeline takes in practice (aws/sagemaker-python-sdk issue 2933). */
const LONGEST_NAME = 82;

function remarks(spec: PipelineSpec): readonly Diagnostic[] {
  const ignored = NOT_DEPLOYED.filter((key) => spec[key] !== undefined);
  const name = literalTextOf(spec.pipelineName) ?? '';
  return [
    ...ignored.map((key) => specDiagnostics['not-deployed']({ key }, { path: [key], target: 'key' })),
    ...remarkOnLoop(spec),
    ...spec.pipeline.steps.flatMap(remarkOnMonths),
    ...(name.length > LONGEST_NAME
      ? [specDiagnostics['long-pipeline-name']({ given: name.length }, { path: ['pipelineName'] })]
      : []),
  ];
}

/** Five months and more of cache are rare, and `P30M` is often written for 30 minutes (rule R69). */
const MANY_MONTHS = /^P(?:\d+Y)?(0*[5-9]|0*[1-9]\d+)M/;

function remarkOnMonths(step: SpecStep | RawStep, index: number): readonly Diagnostic[] {
  const cache = isRawStep(step) ? undefined : step.cache;
  if (typeof cache !== 'object') return [];
  const months = MANY_MONTHS.exec(cache.expireAfter)?.[1];
  if (months === undefined) return [];
  return [specDiagnostics['cache-in-months']({ months }, { path: ['pipeline', 'steps', index, 'cache'] })];
}
