import type { Path } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

/** Where a parameter is declared; undefined where it is not. */
export function parameterPlace(name: string, { definition }: PolicyContext): Path | undefined {
  const index = (definition.definition.Parameters ?? []).findIndex((each) => each.Name === name);
  return index === -1 ? undefined : ['Parameters', index];
}
