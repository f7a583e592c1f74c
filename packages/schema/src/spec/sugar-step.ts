import { z } from 'zod';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import type { Json } from '../source/json.js';
import type { SugarTypeDeclaration } from '../sugar-types/sugar-type.js';
import { SUGAR_TYPES, type SugarType, sugarTypeDeclarations } from '../sugar-types/sugar-type-registry.js';
import { authorObject } from './author-object.js';
import { diagnoseIssues } from './diagnose-issue.js';
import { stepEnvelope } from './step-envelope.js';

/** The schema of a step of each type that only authors know, with the body under the key of the type. */
export const sugarStepSchemas: Readonly<Record<SugarType, z.ZodObject>> = Object.fromEntries(
  SUGAR_TYPES.map((type) => [type, sugarStepSchema(type)]),
  // fromEntries forgets that the keys are exactly these types.
) as Readonly<Record<SugarType, z.ZodObject>>;

function sugarStepSchema(type: SugarType): z.ZodObject {
  const { bodyKey, summary, body, withoutSettings }: SugarTypeDeclaration = sugarTypeDeclarations[type];
  const envelope = Object.entries(stepEnvelope).filter(([key]) => !withoutSettings.includes(key));
  const shape = { ...Object.fromEntries(envelope), type: z.literal(type), [bodyKey]: body.describe(summary) };
  return authorObject(shape);
}

/** What is wrong with the form of a step of such a type. Bodies of step types inside are not looked at. */
export function checkSugarStep(type: SugarType, step: Json, path: Path): readonly Diagnostic[] {
  const { error } = sugarStepSchemas[type].safeParse(step);
  return diagnoseIssues(error?.issues ?? [], step).map((each) => ({ ...each, path: [...path, ...each.path] }));
}
