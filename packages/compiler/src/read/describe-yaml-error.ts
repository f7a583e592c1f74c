import type { ErrorCode } from 'yaml';

/** The sentence for an error of the YAML parser, with a help where there is one. */
export function describeYamlError(
  code: ErrorCode,
  message: string,
  given: string,
): { problem: string; help?: string | undefined } {
  return PROBLEMS[code]?.(given, message) ?? { problem: `this is not YAML: ${lowerFirst(message)}` };
}

type Problem = (given: string, message: string) => { problem: string; help?: string };

const PROBLEMS: Readonly<Partial<Record<ErrorCode, Problem>>> = {
  BAD_INDENT: (_given, message) =>
    describeOpenBracket(message) ?? {
      problem: `the indentation does not fit: ${lowerFirst(message)}`,
      help: 'entries of one map, and items of one list, begin in the same column',
    },
  TAB_AS_INDENT: () => ({ problem: 'a tab stands in the indentation', help: 'indent with spaces' }),
  MISSING_CHAR: (_given, message) =>
    describeOpenBracket(message) ?? {
      problem: `something is missing here: ${lowerFirst(message)}`,
      help: 'a text with ": ", " #", a bracket or a quote in it needs quotes around all of it',
    },
  BAD_SCALAR_START: (given) => ({
    problem: `an unquoted text cannot begin with ${quoted(given)}`,
    help: 'put the text between double quotes',
  }),
  BAD_DQ_ESCAPE: (given) => ({
    problem: `${quoted(given)} is no escape that YAML knows`,
    help: 'write a backslash as \\\\, or use single quotes, in which backslashes are ordinary',
  }),
  BLOCK_AS_IMPLICIT_KEY: () => ({
    problem: 'a second ": " follows inside of this value',
    help: 'quote the value if the colon belongs to it; if the next line is an entry of its own, begin it in the same column as this one',
  }),
  BLOCK_IN_FLOW: (given) => ({
    problem: `${quoted(given)} begins a list or a map by indentation, which cannot stand between brackets`,
    help: 'between brackets, items are separated by commas',
  }),
  MULTILINE_IMPLICIT_KEY: () => ({
    problem: 'this line is neither a "key: value" entry nor a list item',
    help: 'add the colon after the key, or quote a text that goes over several lines',
  }),
  KEY_OVER_1024_CHARS: () => ({
    problem: 'a key has more than 1,024 characters',
    help: 'is a quote or a colon misplaced?',
  }),
  UNEXPECTED_TOKEN: (given) => ({
    problem: given.trim() === '' ? 'something is missing here' : `${quoted(given)} is not expected here`,
    help: 'a text with brackets, quotes or colons in it needs quotes around all of it',
  }),
  BAD_ALIAS: () => ({ problem: 'an alias has no name', help: 'a text that begins with * needs quotes' }),
};

function describeOpenBracket(message: string): { problem: string; help: string } | undefined {
  const closing = /end with a ([\]}])/.exec(message)?.[1];
  if (closing === undefined) return undefined;
  const kind = closing === ']' ? 'the list that began with "["' : 'the map that began with "{"';
  return { problem: `${kind} is not closed here`, help: `add "${closing}", or indent this line further` };
}

function quoted(given: string): string {
  return `"${given.trim()}"`;
}

function lowerFirst(message: string): string {
  return message.slice(0, 1).toLowerCase() + message.slice(1);
}
