import { type Json, STEP_TYPES, type StepType, stepTypeDeclarations } from '@millrace/schema';
import { WHOLE_SPEC } from './whole-spec.js';

/** A place in a spec where a text stands, as the keys to it. */
export type Position = readonly string[];

/** A spec, and every place in it where the author wrote a text. */
export interface SpecWithTexts {
  readonly name: string;
  readonly spec: object;
  readonly positions: readonly Position[];
}

/** The member of a Job step that becomes JSON inside of a text, in which quotes of the author are escaped once more. */
const JSON_IN_A_TEXT = 'document';

/** Specs which together have every step type, and everything that a spec says beside its steps. */
export const specsWithTexts: readonly SpecWithTexts[] = [
  { name: 'the whole', spec: WHOLE_SPEC, positions: positionsIn(WHOLE_SPEC) },
  ...STEP_TYPES.map(specOfType),
];

function specOfType(type: StepType): SpecWithTexts {
  const { example, exampleNeeds = [] }: { readonly example: Json; readonly exampleNeeds?: readonly Json[] } =
    stepTypeDeclarations[type];
  const start = ['pipeline', 'steps', String(exampleNeeds.length)];
  return {
    name: type,
    spec: { projectName: 'p', pipeline: { steps: [...exampleNeeds, example] } },
    positions: positionsIn(example, start).filter((position) => !position.includes(JSON_IN_A_TEXT)),
  };
}

function positionsIn(value: unknown, path: Position = []): readonly Position[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => positionsIn(member, [...path, key]));
}

/** The text in a place. */
export function textAt(spec: object, position: Position): string {
  // Positions lead through objects and lists to texts.
  return String(position.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], spec));
}

/** The value with another text in one place. */
export function replaceText<T>(value: T, position: Position, text: string): T {
  const [key, ...rest] = position;
  // The position was found in the value, so what stands there is a text, and before it stand objects and lists.
  if (key === undefined) return text as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = replaceText(copy[key], rest, text);
  return copy as T;
}
