/** The sentence for a kind of error of the JSON parser (`printParseErrorCode`), with a help where there is one. */
export function describeSyntaxError(
  kind: string,
  text: string,
  offset: number,
): { problem: string; help?: string | undefined } {
  const found = tokenAt(text, offset);
  if (kind === 'InvalidSymbol' || kind === 'ValueExpected') return describeSymbol(found, text, offset);
  return PROBLEMS[kind]?.(found) ?? { problem: `this is not JSON: ${quoted(found)}` };
}

type Problem = (found: string) => { problem: string; help?: string };

const PROBLEMS: Readonly<Record<string, Problem>> = {
  PropertyNameExpected: (found) =>
    found === '}'
      ? { problem: 'a comma stands before "}"', help: 'JSON allows no comma after the last entry: remove it' }
      : { problem: `a key in double quotes is expected, but ${quoted(found)} is given` },
  ColonExpected: (found) => ({ problem: `":" is expected after the key, but ${quoted(found)} is given` }),
  CommaExpected: (found) => ({ problem: `"," is expected between two entries, but ${quoted(found)} is given` }),
  CloseBraceExpected: () => ({ problem: 'a map is not closed', help: 'add "}"' }),
  CloseBracketExpected: () => ({ problem: 'a list is not closed', help: 'add "]"' }),
  EndOfFileExpected: (found) => ({
    problem: `the document is complete, but ${quoted(found)} follows`,
    help: 'one document holds one definition',
  }),
  InvalidCommentToken: () => ({ problem: 'a comment stands here', help: 'JSON has no comments: remove it' }),
  UnexpectedEndOfComment: () => ({ problem: 'a comment stands here', help: 'JSON has no comments: remove it' }),
  UnexpectedEndOfString: () => ({
    problem: 'a text is not closed on its line',
    help: 'add the closing double quote; a line break inside a text is written \\n',
  }),
  UnexpectedEndOfNumber: (found) => ({ problem: `${quoted(found)} is not a complete number` }),
  InvalidUnicode: () => ({ problem: 'a text holds an incomplete escape', help: '\\u takes four hexadecimal digits' }),
  InvalidEscapeCharacter: () => ({
    problem: 'a text holds an unknown escape',
    help: 'a backslash itself is written \\\\',
  }),
  InvalidCharacter: () => ({
    problem: 'a text holds a control character',
    help: 'write a tab as \\t and a line break as \\n',
  }),
};

function describeSymbol(found: string, text: string, offset: number): { problem: string; help?: string } {
  if (found === '') return { problem: 'the document ends too early' };
  if (found.startsWith("'")) return { problem: 'single quotes stand around a text', help: 'JSON takes double quotes' };
  if (found === ']' || found === '}') {
    const trailing = text.slice(0, offset).trimEnd().endsWith(',');
    return trailing
      ? { problem: `a comma stands before "${found}"`, help: 'JSON allows no comma after the last item: remove it' }
      : { problem: `a value is expected, but ${quoted(found)} is given` };
  }
  return {
    problem: `${quoted(found)} is not JSON`,
    help: 'texts stand in double quotes; the only words are true, false and null',
  };
}

const LONGEST_SHOWN = 40;

function tokenAt(text: string, offset: number): string {
  const rest = text.slice(offset, offset + LONGEST_SHOWN);
  return /^[\w$.+-]+|^\S/u.exec(rest)?.[0] ?? '';
}

function quoted(found: string): string {
  return found === '' ? 'nothing' : `"${found}"`;
}
