import type { Path } from '../diagnostics/diagnostic.js';
import { type Outcome, settle } from '../diagnostics/outcome.js';
import { describeJson } from '../source/describe-json.js';
import { isJsonObject, type JsonObject } from '../source/json.js';
import type { SourceDocument } from '../source/source-document.js';
import { DEFINITION_VERSION, type PipelineDefinition } from './pipeline-definition.js';
import { readParameterShape } from './read-parameter-shape.js';
import { StepShapeReader } from './read-step-shape.js';
import { shapeDiagnostics } from './shape-diagnostics.js';
import { ShapeReader, withoutNulls } from './shape-reader.js';

const SOUND = Symbol('structurally sound');

/**
 * A definition that was read and whose frame was checked, so that its typed view is true: steps have
 * names, types and arguments, lists are lists. Only {@link checkStructure} makes it. What SageMaker
 * would refuse for other reasons may still be in it.
 */
export interface DefinitionDocument {
  readonly document: SourceDocument;
  /** Null members of the frame are left out, `Arguments` and both branches of conditions are always there. */
  readonly definition: PipelineDefinition;
  readonly [SOUND]: true;
}

/** Reads the frame of a definition, symbolic or bound. Blocking errors are those that would make the typed view untrue. */
export function checkStructure(document: SourceDocument): Outcome<DefinitionDocument> {
  const reader = new ShapeReader();
  const definition = readFrame(document, reader);
  return settle({ document, definition, [SOUND]: true as const }, reader.diagnostics);
}

function readFrame({ value }: SourceDocument, reader: ShapeReader): PipelineDefinition {
  if (!isJsonObject(value)) {
    reader.diagnostics.push(shapeDiagnostics['not-a-definition']({ given: describeJson(value) }, { path: [] }));
    return { Version: DEFINITION_VERSION, Steps: [] };
  }
  const frame = withoutNulls(value, ['Parameters', 'Metadata']);
  checkVersion(frame, reader);
  if (frame['Metadata'] !== undefined) reader.map({ value: frame['Metadata'], path: ['Metadata'], what: '"Metadata"' });
  for (const key of ['PipelineExperimentConfig', 'MlflowConfig']) {
    if (frame[key] !== undefined && frame[key] !== null)
      reader.map({ value: frame[key], path: [key], what: `"${key}"` });
  }
  const read = {
    ...frame,
    Version: DEFINITION_VERSION,
    Parameters: readParameters(frame, reader),
    Steps: readSteps(frame, reader),
  };
  // Every member that the type names has been read above; a wrong one is a blocking error, and then nobody sees this value.
  return read as unknown as PipelineDefinition;
}

function checkVersion(frame: JsonObject, reader: ShapeReader): void {
  const given = frame['Version'];
  if (given === DEFINITION_VERSION) return;
  reader.diagnostics.push(shapeDiagnostics['unknown-version']({ given: describeJson(given) }, { path: ['Version'] }));
}

function readParameters(frame: JsonObject, reader: ShapeReader): readonly JsonObject[] {
  const given = frame['Parameters'];
  const list = given === undefined ? [] : reader.list({ value: given, path: ['Parameters'], what: '"Parameters"' });
  const first = new Map<string, Path>();
  return (list ?? []).flatMap((each, index) => {
    const parameter = readParameterShape(reader, each, ['Parameters', index]);
    if (parameter === undefined) return [];
    const name = String(parameter['Name']);
    const path = ['Parameters', index, 'Name'];
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, path);
    else
      reader.diagnostics.push(
        shapeDiagnostics['duplicate-parameter'](
          { name },
          { path, related: [{ message: 'the first one', path: earlier }] },
        ),
      );
    return [parameter];
  });
}

function readSteps(frame: JsonObject, reader: ShapeReader): readonly JsonObject[] {
  if (frame['Steps'] === undefined) {
    reader.diagnostics.push(shapeDiagnostics['missing-key']({ key: 'Steps', of: 'the definition' }, { path: [] }));
    return [];
  }
  const steps = new StepShapeReader(reader);
  const list = reader.list({ value: frame['Steps'], path: ['Steps'], what: '"Steps"' });
  return (list ?? []).map((each, index) => steps.read(each, ['Steps', index])).filter(isJsonObject);
}
