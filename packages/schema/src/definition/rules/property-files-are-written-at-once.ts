import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../source/json.js';
import type { DefinitionRule } from '../definition-rule.js';
import type { PlacedStep } from '../placed-steps.js';

const diagnostics = defineDiagnostics('definition', {
  'property-file-race': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R51'],
    message: (p: { file: string; output: string; why: string }) =>
      `the property file "${p.file}" lies in the output "${p.output}", which ${p.why}`,
    help: () => 'give the property file an output of its own with S3UploadMode EndOfJob',
    explanation:
      'A property file is read after its step has succeeded. An output with S3UploadMode Continuous may hold a half-written file, and an AppManaged output is written by the application itself, where no JSON file need exist.',
  },
});

/** Property files lie in outputs that are uploaded when the job has ended. */
export const propertyFilesAreWrittenAtOnce: DefinitionRule = {
  rules: ['R51'],
  diagnostics,
  check: function* ({ steps }) {
    for (const placed of steps) yield* checkStep(placed);
  },
};

function* checkStep({ step, path }: PlacedStep) {
  const outputs = outputsOf(step.Arguments['ProcessingOutputConfig']);
  for (const [index, { PropertyFileName: file, OutputName: output }] of (step.PropertyFiles ?? []).entries()) {
    const found = outputs.find(({ OutputName }) => OutputName === output);
    const why = found === undefined ? undefined : whatIsWrongWith(found);
    if (why !== undefined)
      yield diagnostics['property-file-race']({ file, output, why }, { path: [...path, 'PropertyFiles', index] });
  }
}

function outputsOf(config: Json | undefined): readonly JsonObject[] {
  const outputs = isJsonObject(config) ? config['Outputs'] : undefined;
  return isJsonList(outputs) ? outputs.filter(isJsonObject) : [];
}

function whatIsWrongWith({ AppManaged, S3Output }: JsonObject): string | undefined {
  if (AppManaged === true) return 'the application manages itself';
  return isJsonObject(S3Output) && S3Output['S3UploadMode'] === 'Continuous'
    ? 'is uploaded while the job still writes'
    : undefined;
}
