import { CST, Lexer } from 'yaml';

/** The kinds of tokens that matter before parsing; everything else is `other`. */
export type YamlTokenKind =
  | 'plain'
  | 'quoted'
  | 'block-text'
  | 'alias'
  | 'tag'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'item'
  | 'explicit-key'
  | 'colon'
  | 'comma'
  | 'map-open'
  | 'map-close'
  | 'list-open'
  | 'list-close'
  | 'newline'
  | 'space'
  | 'other';

/** One token of the lexer with its place. */
export interface YamlToken {
  readonly kind: YamlTokenKind;
  readonly source: string;
  readonly offset: number;
  /** Counted from 0. */
  readonly column: number;
}

const KINDS: Readonly<Record<string, YamlTokenKind>> = {
  'single-quoted-scalar': 'quoted',
  'double-quoted-scalar': 'quoted',
  alias: 'alias',
  tag: 'tag',
  'directive-line': 'directive',
  'doc-start': 'document-start',
  'doc-end': 'document-end',
  'seq-item-ind': 'item',
  'explicit-key-ind': 'explicit-key',
  'map-value-ind': 'colon',
  comma: 'comma',
  'flow-map-start': 'map-open',
  'flow-map-end': 'map-close',
  'flow-seq-start': 'list-open',
  'flow-seq-end': 'list-close',
  newline: 'newline',
  space: 'space',
};

// Marks that the lexer puts into its stream; they stand for no text (the reader refuses control characters first).
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** The tokens of a YAML text, one at a time, in linear time and without recursion whatever the text is. */
export function* lexYaml(text: string): Generator<YamlToken> {
  let offset = 0;
  let lineStart = 0;
  let nextIsScalar = false;
  let afterHeader = false;
  for (const source of new Lexer().lex(text)) {
    if (!nextIsScalar && MARKS.has(source)) {
      nextIsScalar = source === CST.SCALAR;
      continue;
    }
    const type = nextIsScalar ? null : CST.tokenType(source);
    const scalarKind = afterHeader ? 'block-text' : 'plain';
    yield { kind: nextIsScalar ? scalarKind : kindOf(type), source, offset, column: offset - lineStart };
    if (nextIsScalar) afterHeader = false;
    else if (type === 'block-scalar-header') afterHeader = true;
    nextIsScalar = false;
    const newline = source.lastIndexOf('\n');
    if (newline !== -1) lineStart = offset + newline + 1;
    offset += source.length;
  }
}

function kindOf(type: CST.TokenType | null): YamlTokenKind {
  return (type === null ? undefined : KINDS[type]) ?? 'other';
}
