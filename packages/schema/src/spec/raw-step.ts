import { z } from 'zod';
import type { DefinitionStep } from '../definition/pipeline-definition.js';
import { StepShapeReader } from '../definition/read-step-shape.js';
import { ShapeReader } from '../definition/shape-reader.js';
import type { JsonObject } from '../source/json.js';
import { authorObject } from './author-object.js';
import { forEachSetting } from './for-each-setting.js';
import { forwardIssues, type IssueContext, type PendingDiagnostic } from './report-issue.js';

/** A step that the author wrote in SageMaker's words. */
export interface RawStep {
  readonly name: string;
  /** As it was written, without null members of the frame, which mean absent; `Arguments` is always there. */
  readonly raw: DefinitionStep;
}

/** `raw:` with a step of a definition; nothing else stands beside it, because the step says everything itself. */
export const rawStepSchema = authorObject({
  forEach: forEachSetting,
  raw: z
    .unknown()
    .meta({
      type: 'object',
      required: ['Name', 'Type'],
      properties: {
        Name: { type: 'string', description: 'Name of the step, unique in the pipeline.' },
        Type: {
          type: 'string',
          description: "SageMaker's name of the step type; it may be one that Millrace does not know.",
        },
        Arguments: { type: 'object', description: "Arguments in SageMaker's words." },
      },
    })
    .describe("A step of a pipeline definition, kept as it is: SageMaker's names and expressions."),
});

/** Reads a step in SageMaker's words, or reports what keeps it from being one. */
export function parseRawStep(input: JsonObject, context: IssueContext): RawStep | undefined {
  const parsed = rawStepSchema.safeParse(input);
  forwardIssues(context, parsed.error?.issues ?? []);
  const reader = new ShapeReader();
  const step = new StepShapeReader(reader).read(input['raw'] ?? null, []);
  for (const diagnostic of reader.diagnostics) {
    const pending: PendingDiagnostic = (path) => ({ ...diagnostic, path });
    context.addIssue({
      code: 'custom',
      message: diagnostic.code,
      path: ['raw', ...diagnostic.path],
      params: { pending },
    });
  }
  if (step === undefined || reader.diagnostics.length > 0 || !parsed.success) return undefined;
  // The reader has made the typed view true.
  const raw = step as unknown as DefinitionStep;
  return { name: raw.Name, raw };
}

/** True for a step in SageMaker's words. */
export function isRawStep<S extends object>(step: S | RawStep): step is RawStep {
  return 'raw' in step;
}
