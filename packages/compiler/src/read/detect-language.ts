import { detectDocument, type Language } from './detect-document.js';
import type { SourceText } from './read-spec.js';

/**
 * Tells the two languages apart by the keys at the top: `Steps` and no `pipeline` is a definition, everything else
 * (texts that are neither included) a spec.
 */
export function detectLanguage(source: SourceText): Language {
  return detectDocument(source) === 'definition' ? 'definition' : 'spec';
}
