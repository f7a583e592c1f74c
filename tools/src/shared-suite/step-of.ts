import type { PlainJson } from '@millrace/schema';
import { jsonAt } from './json-at.js';

/** The step of a name, wherever in the branches it stands. */
export function stepOf(definition: PlainJson | undefined, name: string): PlainJson | undefined {
  return stepsBelow(jsonAt(definition, 'Steps')).find((step) => jsonAt(step, 'Name') === name);
}

function stepsBelow(steps: PlainJson | undefined): readonly PlainJson[] {
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: PlainJson) => [
    step,
    ...stepsBelow(jsonAt(step, 'Arguments', 'IfSteps')),
    ...stepsBelow(jsonAt(step, 'Arguments', 'ElseSteps')),
  ]);
}
