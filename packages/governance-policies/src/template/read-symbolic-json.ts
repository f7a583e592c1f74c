import {
  type Json,
  type Outcome,
  readDefinition,
  SourceDocument,
  type SourceNode,
  succeed,
  textPartsOf,
} from '@millrace/schema';
import type { PlacedToken } from './placed-token.js';
import { putTokensBack } from './put-tokens-back.js';

/**
 * Stands in the text for what only a deployment knows: a value of its own outside of strings, text inside of them. Tokens are
 * told by their offsets, so the JSON may hold this word wherever it likes.
 */
const STAND_IN = 'null';

/**
 * Reads JSON text of which some parts are symbolic, as texts of `Fn::Join` are: the parts stand where values will, or inside of
 * strings. Everything is found by its place, nothing by patterns.
 *
 * @param file the name shown to people
 */
export function readSymbolicJson(body: Json, file: string): Outcome<SourceDocument> {
  const { text, tokens } = assemble(textPartsOf(body) ?? [body]);
  const { value: document, diagnostics } = readDefinition(text, file);
  if (document === undefined || tokens.length === 0) return { value: document, diagnostics };
  const root: SourceNode = putTokensBack(document, tokens);
  return succeed(new SourceDocument(file, document.text, root), diagnostics);
}

function assemble(parts: readonly Json[]): { readonly text: string; readonly tokens: readonly PlacedToken[] } {
  const tokens: PlacedToken[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    const text = typeof part === 'string' ? part : STAND_IN;
    if (typeof part !== 'string') tokens.push({ value: part, offsets: [length, length + text.length] });
    texts.push(text);
    length += text.length;
  }
  return { text: texts.join(''), tokens };
}
