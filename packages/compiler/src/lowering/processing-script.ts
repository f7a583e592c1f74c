import { type Json, type Path, type SpecValue, TEXT_KEY } from '@millrace/schema';
import { bundleProcessing } from '../code/bundle-processing.js';
import { codeDiagnostics } from './code-diagnostics.js';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';
import { processingInput } from './processing-input.js';
import type { PlaceOf } from './step-place.js';

/** The name of the input that holds the script (the SageMaker SDK's). */
export const CODE_INPUT = 'code';

/** Where the code of a Processing step lies in the container (the SageMaker SDK's path). */
const CODE_FOLDER = '/opt/ml/processing/input/code';

/** The code input of a Processing step and how the container starts it. */
export interface ProcessingScript {
  readonly input: Draft;
  readonly entrypoint: Draft;
}

/** Lowers a local script or one in S3; undefined where the container's own entry point runs. */
export function lowerProcessingScript(
  place: PlaceOf<'Processing'>,
  context: LoweringContext,
): ProcessingScript | undefined {
  const { body, bodyKey } = place.step;
  const path = [...place.path, bodyKey];
  if (body.script !== undefined) return localScript(place, context);
  if (body.scriptS3Uri === undefined) return undefined;
  const name = body.scriptFile ?? baseName(body.scriptS3Uri);
  if (name === undefined) {
    context.diagnostics.push(codeDiagnostics['script-file-needed'](undefined, { path: [...path, 'scriptS3Uri'] }));
    return undefined;
  }
  const uri = context.text(body.scriptS3Uri, [...path, 'scriptS3Uri']);
  return script({ path: [...path, 'scriptS3Uri'], uri, entrypoint: ['python3', `${CODE_FOLDER}/${name}`] });
}

function localScript({ step, path }: PlaceOf<'Processing'>, context: LoweringContext): ProcessingScript | undefined {
  const at = [...path, step.bodyKey];
  const bundled = bundleProcessing({ files: context.files, code: step.body, path: at, folder: CODE_FOLDER });
  context.diagnostics.push(...bundled.diagnostics);
  if (bundled.value === undefined) return undefined;
  return script({
    path: [...at, 'script'],
    uri: context.addCode(bundled.value.bundle),
    entrypoint: bundled.value.entrypoint,
  });
}

function script({
  path,
  uri,
  entrypoint,
}: {
  path: Path;
  uri: Draft | undefined;
  entrypoint: readonly string[];
}): ProcessingScript {
  return {
    input: placed(path, processingInput(CODE_INPUT, uri, CODE_FOLDER)) ?? null,
    entrypoint: placed(path, entrypoint) ?? null,
  };
}

/** The file name at the end of a URI, where its last part is literal text. */
function baseName({ form }: SpecValue): string | undefined {
  const last = form.kind === 'text' ? form.parts.at(-1)?.form : form;
  if (last?.kind !== 'literal') return undefined;
  const name = /\/([^/]+)$/.exec(String(last.value))?.[1];
  return name === undefined || name === '' ? undefined : name;
}

/** Text of literals and deploy values. */
export function symbolicText(parts: readonly Json[]): Json {
  return { [TEXT_KEY]: parts };
}
