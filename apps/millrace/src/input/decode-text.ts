import { type Diagnostic, fail, type Outcome, type SourceRange, succeed, syntaxDiagnostics } from '@millrace/schema';

/** The text of UTF-8 bytes. Other bytes are an error at the first of them; nothing is ever replaced in silence. */
export function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail([describe(bytes, file)]);
  }
}

function describe(bytes: Uint8Array, file: string): Diagnostic {
  const encoding = markedEncoding(bytes);
  const before = encoding === undefined ? textBeforeFirstWrongByte(bytes) : '';
  const line = before.split('\n').length;
  const column = before.length - (before.lastIndexOf('\n') + 1) + 1;
  const range: SourceRange = { file, start: { line, column }, end: { line, column: column + 1 } };
  return { ...syntaxDiagnostics['not-utf8']({ encoding }, { path: [] }), range };
}

// Editors that save UTF-16 put a mark first.
function markedEncoding([first, second]: Uint8Array): string | undefined {
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked ? 'UTF-16' : undefined;
}

const REPLACEMENT = '\u{FFFD}';

// A lenient decoder puts a replacement character where bytes are wrong; the text may also hold a real one.
function textBeforeFirstWrongByte(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) {
    const before = text.slice(0, at);
    const offset = Buffer.byteLength(before);
    const real = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!real) return before;
  }
  return '';
}
