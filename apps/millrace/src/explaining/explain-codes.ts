import { type DiagnosticFactory, explainCode } from '@millrace/schema';
import type { Answer, Invocation, JsonOption } from '../command-line/cli-command.js';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { UsageError } from '../command-line/usage-error.js';
import type { Terminal } from '../terminal/terminal.js';
import { diagnosticCatalogue } from './diagnostic-catalogue.js';

/** The work of `millrace explain [CODE]`; in place of a code, the number of a rule means all codes that answer it. */
export function explainCodes({ operands: [code], terminal }: Invocation<JsonOption>): Answer {
  if (code !== undefined) return explainAll(codesNamed(code), terminal);
  const factories = diagnosticCatalogue.codes.flatMap((each) => diagnosticCatalogue.find(each) ?? []);
  terminal.speak(listByArea(factories, terminal));
  return answer(factories);
}

function codesNamed(given: string): readonly DiagnosticFactory<never>[] {
  const factory = diagnosticCatalogue.find(given);
  const found = factory === undefined ? diagnosticCatalogue.ofRule(given.toUpperCase()) : [factory];
  if (found.length === 0) throw unknown(given);
  return found;
}

function explainAll(factories: readonly DiagnosticFactory<never>[], terminal: Terminal): Answer {
  terminal.speak(`${factories.map(({ code }) => explainCode(code, diagnosticCatalogue)).join('\n\n\n')}\n`);
  return answer(factories);
}

function answer(factories: readonly DiagnosticFactory<never>[]): Answer {
  return { exitCode: EXIT_CODES.fine, document: { ok: true, codes: factories.map(describe), diagnostics: [] } };
}

function unknown(given: string): UsageError {
  const near = diagnosticCatalogue.suggest(given);
  return new UsageError(commandDiagnostics['unknown-code']({ given, near }, { path: [] }));
}

function describe({ code, declaration }: DiagnosticFactory<never>): object {
  const { severity, kind, rules = [], explanation } = declaration;
  return { code, severity, kind, rules, explanation };
}

// The first sentence of each explanation is what makes a list worth reading.
function listByArea(factories: readonly DiagnosticFactory<never>[], { speech }: Terminal): string {
  const areas = new Map<string, string[]>();
  for (const { code, declaration } of factories) {
    const [area = '', name = ''] = code.split('/');
    const row = `  ${speech.bold(name.padEnd(NAME_WIDTH))} ${declaration.severity.padEnd(7)}  ${firstSentence(declaration.explanation)}`;
    areas.set(area, [...(areas.get(area) ?? []), row]);
  }
  const blocks = [...areas].map(([area, rows]) => [speech.underline(area), ...rows].join('\n'));
  return `${blocks.join('\n\n')}\n\n${speech.dim('millrace explain CODE tells all about one of them')}\n`;
}

const NAME_WIDTH = 30;
const SENTENCE_WIDTH = 100;

function firstSentence(text: string): string {
  const sentence = text.split(/(?<=[.:;])\s/)[0]?.replace(/[.:;]$/, '') ?? text;
  return sentence.length <= SENTENCE_WIDTH ? sentence : `${sentence.slice(0, SENTENCE_WIDTH - 1)}…`;
}
