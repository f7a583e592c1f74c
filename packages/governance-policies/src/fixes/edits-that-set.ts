import type { Json, Path } from '@millrace/schema';
import type { DefinitionEdit } from './definition-edit.js';

/** The edit that sets a member; none where nobody knows the value. */
export function editsThatSet(path: Path, value: Json | undefined): readonly DefinitionEdit[] {
  return value === undefined ? [] : [{ path, value }];
}
