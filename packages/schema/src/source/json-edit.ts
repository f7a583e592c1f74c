import type { Path } from '../diagnostics/diagnostic.js';
import type { Json } from './json.js';

/**
 * A change of one place of a document. A set makes the objects on its way that are missing, and appends where its last
 * segment is the length of a list.
 */
export type JsonEdit = { readonly path: Path; readonly value: Json } | { readonly path: Path; readonly remove: true };
