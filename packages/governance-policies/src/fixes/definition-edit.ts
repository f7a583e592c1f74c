import type { Json, Path } from '@millrace/schema';

/**
 * A change of one place of a definition. A set makes the objects on its way that are missing, and appends where its last
 * segment is the length of a list.
 */
export type DefinitionEdit =
  | { readonly path: Path; readonly value: Json }
  | { readonly path: Path; readonly remove: true };
