import { createScanner, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { READING_LIMITS } from '../source/reading-limits.js';
import { SourceDocument } from '../source/source-document.js';
import type { Offsets, SourceNode } from '../source/source-node.js';
import { syntaxDiagnostics } from '../source/syntax-diagnostics.js';
import { type DuplicateKey, toSourceTree } from './json-source-tree.js';
import { describeSyntaxError } from './json-syntax-errors.js';

/**
 * Reads a definition: strict JSON, with a place for every node; numbers keep their source text.
 * A byte order mark is skipped. Refused, with a diagnostic and never by an exception: texts beyond
 * {@link READING_LIMITS}, duplicate keys, anything that is not JSON.
 *
 * @param file the name shown to people: a path as it was given, or `<stdin>`
 */
export function readDefinition(text: string, file: string): Outcome<SourceDocument> {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const places = new SourceDocument(file, content, EMPTY);
  const place: Placer = (diagnostic, offsets) => ({ ...diagnostic, range: places.rangeOfOffsets(offsets) });
  const refused = refuseBeforeParsing(content, place);
  if (refused !== undefined) return fail([refused]);
  const errors: ParseError[] = [];
  const tree = parseTree(content, errors, {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: false,
  });
  const [first] = errors;
  if (first !== undefined || tree === undefined) return fail([invalid(content, first, place)]);
  const { root, duplicates } = toSourceTree(tree, content);
  if (duplicates.length > 0) return fail(duplicates.map((duplicate) => describeDuplicate(duplicate, places)));
  return succeed(new SourceDocument(file, content, root));
}

/** Gives a diagnostic the place of a stretch of a text that has no tree yet. */
type Placer = (diagnostic: Diagnostic, offsets: Offsets) => Diagnostic;

const EMPTY: SourceNode = { kind: 'scalar', value: null, offsets: [0, 0] };

function refuseBeforeParsing(text: string, place: Placer): Diagnostic | undefined {
  const { maxCharacters, maxDepth } = READING_LIMITS;
  if (text.length > maxCharacters) {
    return place(
      syntaxDiagnostics['too-large']({ size: text.length, unit: 'characters', atMost: maxCharacters }, { path: [] }),
      [0, 0],
    );
  }
  if (text.trim() === '') return place(syntaxDiagnostics.empty({}, { path: [] }), [0, 0]);
  const deep = findTooDeep(text, maxDepth);
  return deep === undefined
    ? undefined
    : place(syntaxDiagnostics['too-deep']({ atMost: maxDepth }, { path: [] }), [deep, deep + 1]);
}

// jsonc-parser declares its token kinds as an ambient const enum, which isolated modules cannot read.
const OPENING = new Set<number>([1, 3]);
const CLOSING = new Set<number>([2, 4]);
const END_OF_TEXT = 17;

// The parser recurses; so depth is counted over the tokens first, where nothing can overflow.
function findTooDeep(text: string, maxDepth: number): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END_OF_TEXT; token = scanner.scan()) {
    if (OPENING.has(token)) depth += 1;
    else if (CLOSING.has(token)) depth -= 1;
    if (depth > maxDepth) return scanner.getTokenOffset();
  }
  return undefined;
}

function invalid(text: string, error: ParseError | undefined, place: Placer): Diagnostic {
  const { offset, length } = error ?? { offset: 0, length: 0 };
  const kind = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error);
  const problem = describeSyntaxError(kind, text, offset);
  return place(syntaxDiagnostics['invalid-json'](problem, { path: [] }), [offset, offset + length]);
}

function describeDuplicate({ key, path, first, second }: DuplicateKey, places: SourceDocument): Diagnostic {
  const related = { message: 'the first one', path, range: places.rangeOfOffsets(first) };
  const diagnostic = syntaxDiagnostics['duplicate-key']({ key }, { path, target: 'key', related: [related] });
  return { ...diagnostic, range: places.rangeOfOffsets(second) };
}
