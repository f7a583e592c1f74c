import { GOVERNANCE_RULES, type RuleDescription } from '@millrace/governance-policies';
import { type DiagnosticFactory, explainCode } from '@millrace/schema';
import type { Answer, Invocation, JsonOption } from '../command-line/cli-command.js';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { UsageError } from '../command-line/usage-error.js';
import { diagnosticCatalogue } from './diagnostic-catalogue.js';
import { allExplained, type Explained, findExplained, suggestExplained } from './find-explained.js';
import { renderList } from './render-list.js';
import { renderRule } from './render-rule.js';
import { rulesOfPacks } from './rules-of-packs.js';

/** The work of `millrace explain [CODE]`. */
export async function explainCodes({ operands: [given], terminal }: Invocation<JsonOption>): Promise<Answer> {
  const explained = await explainedBy(given, terminal.workingDirectory);
  const texts = () => [
    ...explained.codes.map(({ code }) => explainCode(code, diagnosticCatalogue)),
    ...explained.rules.map((rule) => renderRule(rule, terminal.speech)),
  ];
  terminal.speak(given === undefined ? renderList(explained, terminal.speech) : `${texts().join('\n\n\n')}\n`);
  return { exitCode: EXIT_CODES.fine, document: documentOf(explained) };
}

/** Packs are code of others: they are only run where nothing of Millrace is meant. */
async function explainedBy(given: string | undefined, folder: string): Promise<Explained> {
  const own = given === undefined ? undefined : findExplained(given, GOVERNANCE_RULES);
  if (own !== undefined) return own;
  const rules = [...GOVERNANCE_RULES, ...(await rulesOfPacks(folder))];
  if (given === undefined) return allExplained(rules);
  const found = findExplained(given, rules);
  if (found !== undefined) return found;
  const near = suggestExplained(given, rules);
  throw new UsageError(commandDiagnostics['unknown-code']({ given, near }, { path: [] }));
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
