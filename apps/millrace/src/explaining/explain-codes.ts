import type { RuleDescription } from '@millrace/governance-policies';
import { type DiagnosticFactory, explainCode } from '@millrace/schema';
import type { Answer, Invocation, JsonOption } from '../command-line/cli-command.js';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { UsageError } from '../command-line/usage-error.js';
import { diagnosticCatalogue } from './diagnostic-catalogue.js';
import { allExplained, type Explained, findExplained, suggestExplained } from './find-explained.js';
import { renderList } from './render-list.js';
import { renderRule } from './render-rule.js';

/** The work of `millrace explain [CODE]`. */
export function explainCodes({ operands: [given], terminal }: Invocation<JsonOption>): Answer {
  const explained = given === undefined ? allExplained() : findExplained(given);
  if (explained === undefined) throw unknown(given ?? '');
  const { codes, rules } = explained;
  const texts = () => [
    ...codes.map(({ code }) => explainCode(code, diagnosticCatalogue)),
    ...rules.map((rule) => renderRule(rule, terminal.speech)),
  ];
  terminal.speak(given === undefined ? renderList(explained, terminal.speech) : `${texts().join('\n\n\n')}\n`);
  return { exitCode: EXIT_CODES.fine, document: documentOf(explained) };
}

function unknown(given: string): UsageError {
  const near = suggestExplained(given);
  return new UsageError(commandDiagnostics['unknown-code']({ given, near }, { path: [] }));
}

function documentOf({ codes, rules }: Explained): object {
  return { ok: true, codes: codes.map(describeCode), rules: rules.map(describeRule), diagnostics: [] };
}

function describeCode({ code, declaration }: DiagnosticFactory<never>): object {
  const { severity, kind, rules = [], explanation } = declaration;
  return { code, severity, kind, rules, explanation };
}

function describeRule(rule: RuleDescription): object {
  return { code: `policy/${rule.id}`, ...rule };
}
