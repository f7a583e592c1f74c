import { type Document, type ParsedNode, parseAllDocuments, type YAMLParseError } from 'yaml';
import { describeYamlError } from './describe-yaml-error.js';
import type { PlacedDiagnostic } from './placed-diagnostic.js';
import { yamlDiagnostics } from './yaml-diagnostics.js';

/**
 * Parses the first document of a text that was found safe. All scalars are left as written (failsafe schema), because
 * numbers keep their source text; equal keys are found by the tree builder, in linear time and with paths.
 */
export function parseYaml(text: string): {
  readonly document: Document.Parsed<ParsedNode> | undefined;
  readonly problems: readonly PlacedDiagnostic[];
} {
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const document = 'empty' in documents ? undefined : documents[0];
  const errors = 'empty' in documents ? documents.errors : (document?.errors ?? []);
  const unreported = withoutEffectsOfTabs(withoutEffectsOfOpenQuotes(errors).filter((error) => !isReported(error)));
  return { document, problems: withoutFollowUps(unreported, text).map((error) => describe(error, text)) };
}

// Tags, several documents and open quotes were reported from the tokens, where their place is exact.
const REPORTED: ReadonlySet<string> = new Set(['TAG_RESOLVE_FAILED', 'MULTIPLE_DOCS', 'BAD_DIRECTIVE']);

function isReported({ code, message }: YAMLParseError): boolean {
  return REPORTED.has(code) || OPEN_QUOTE.test(message);
}

const OPEN_QUOTE = /^Missing closing .quote/;

// A quote that is not closed swallows the rest of the text, so nothing that is said of the rest is true.
function withoutEffectsOfOpenQuotes(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const open = errors.find(({ message }) => OPEN_QUOTE.test(message));
  return open === undefined ? errors : errors.filter((error) => error === open || error.pos[0] < open.pos[0]);
}

const LONGEST_SHOWN = 40;

function describe(error: YAMLParseError, text: string): PlacedDiagnostic {
  const [start, end] = error.pos;
  const shown = error.code === 'BAD_DQ_ESCAPE' ? start + 2 : Math.min(end, start + LONGEST_SHOWN);
  const given = text.slice(start, shown).split('\n', 1)[0] ?? '';
  const diagnostic = yamlDiagnostics['invalid-yaml'](describeYamlError(error.code, error.message, given), { path: [] });
  return { diagnostic, offsets: [start, Math.max(start, end)] };
}

// A tab in the indentation makes the parser misread the lines around it, often the one before.
function withoutEffectsOfTabs(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  return tabs.length === 0 ? errors : tabs;
}

// One line is reported once: what else the parser says about it follows from the first fault.
function withoutFollowUps(errors: readonly YAMLParseError[], text: string): readonly YAMLParseError[] {
  let reportedUpTo = -1;
  let lost = false;
  return [...errors]
    .sort((one, other) => one.pos[0] - other.pos[0])
    .filter(({ pos: [start], message }) => {
      if (start <= reportedUpTo || (lost && OUT_OF_STEP.test(message))) return false;
      const lineEnd = OPEN_BRACKET.test(message) ? -1 : text.indexOf('\n', start);
      reportedUpTo = lineEnd === -1 ? text.length : lineEnd;
      lost = true;
      return true;
    });
}

// What follows an open bracket is read as if it stood in it.
const OPEN_BRACKET = /end with a [\]}]/;

// The parser has given up on the document, and says so for each token that is left.
const OUT_OF_STEP = /in YAML stream/;
