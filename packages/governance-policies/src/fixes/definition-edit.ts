import type { JsonEdit } from '@millrace/schema';

/** A change of one place of a definition. */
export type DefinitionEdit = JsonEdit;
