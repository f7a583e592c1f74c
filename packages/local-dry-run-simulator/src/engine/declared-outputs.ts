import { type DefinitionStep, isJsonList, isJsonObject, type Json, type PlainJson } from '@millrace/schema';

/** An output parameter that a step declares. */
export interface DeclaredOutput {
  readonly name: string;
  /** `String`, `Integer`, `Float` or `Boolean`; foreign definitions may say anything. */
  readonly type: string;
}

/** The output parameters of a step that calls a function or waits for an answer. */
export function declaredOutputs(step: DefinitionStep): readonly DeclaredOutput[] {
  // Members beside the common ones are typed unknown, but they were read from JSON.
  const list = step['OutputParameters'] as Json | undefined;
  if (!isJsonList(list)) return [];
  return list.flatMap((each) => {
    const { OutputName: name, OutputType: type } = isJsonObject(each) ? each : {};
    return typeof name === 'string' ? [{ name, type: typeof type === 'string' ? type : 'String' }] : [];
  });
}

const FITS: Readonly<Record<string, (value: PlainJson) => boolean>> = {
  String: (value) => typeof value === 'string',
  Integer: Number.isInteger,
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
};

/** What is wrong with the value for the declared type; undefined where nothing is, and for a value that is not given. */
export function typeProblem({ name, type }: DeclaredOutput, value: PlainJson | undefined): string | undefined {
  const fits = Object.hasOwn(FITS, type) ? FITS[type] : undefined;
  if (fits === undefined || value === undefined || value === null || fits(value)) return undefined;
  return `${name} is declared as ${type}, and ${JSON.stringify(value)} is none`;
}
