import type { OutputParameter, Path, SpecValue } from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';

/** The arguments of a call, each as it is given: SageMaker keeps their types. */
export function callArguments(
  values: Readonly<Record<string, SpecValue>> | undefined,
  path: Path,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  const entries = Object.entries(values ?? {});
  return Object.fromEntries(entries.map(([key, value]) => [key, context.value(value, [...path, key])] as const));
}

/** The `OutputParameters` of a call; like the SageMaker SDK always a list. */
export function callOutputs(outputs: readonly OutputParameter[] | undefined, path: Path): Draft | undefined {
  return placed(
    path,
    (outputs ?? []).map(
      ({ name, type }, index) => placed([...path, index], { OutputName: name, OutputType: type ?? 'String' }) ?? null,
    ),
  );
}
