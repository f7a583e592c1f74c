import {
  type Diagnostic,
  fail,
  locateDiagnostics,
  type Outcome,
  placeIssues,
  type SourceDocument,
  settle,
} from '@millrace/schema';
import type { z } from 'zod';
import type { GovernanceRule } from '../rule/governance-rule.js';
import { GOVERNANCE_RULES } from '../rules/governance-rules.js';
import type { Exception, Ledger } from './exception.js';
import { ledgerForm } from './exception-form.js';
import { exceptionTarget } from './exception-target.js';
import { ledgerDiagnostics } from './ledger-diagnostics.js';
import { wrongRule } from './wrong-rule.js';

/** What a ledger is read with. */
export interface LedgerOptions {
  /** Every rule that there is: those of Millrace, which are the default, and of packs. */
  readonly rules?: readonly GovernanceRule[];
}

type WrittenException = z.output<typeof ledgerForm>['exceptions'][number];

/** Checks the form of a ledger that was read as YAML. Diagnostics have their places in it. */
export function readExceptions(
  document: SourceDocument,
  { rules = GOVERNANCE_RULES }: LedgerOptions = {},
): Outcome<Ledger> {
  const parsed = ledgerForm.safeParse(document.value);
  if (!parsed.success) return fail(locateDiagnostics(wrongForm(parsed.error), document));
  const known = rules.map(({ id }) => id);
  const written = parsed.data.exceptions;
  const diagnostics = [
    ...written.flatMap((each, index) => wrongRuleOf(each, { index, known })),
    ...written.flatMap((each, index) => secondOf(each, index, written)),
  ];
  const exceptions = written.map((each, index) => {
    const range = document.rangeOf(['exceptions', index]);
    return { ...each, ...readException(each, known), index, range };
  });
  return settle({ exceptions, document }, locateDiagnostics(diagnostics, document));
}

function wrongForm(error: z.ZodError): readonly Diagnostic[] {
  return placeIssues(error).map(({ problem, place }) =>
    ledgerDiagnostics['bad-exception']({ path: place.path, problem }, place),
  );
}

interface Surroundings {
  readonly index: number;
  readonly known: readonly string[];
}

function wrongRuleOf({ rule, path }: WrittenException, { index, known }: Surroundings): readonly Diagnostic[] {
  const wrong = wrongRule(rule, known);
  if (wrong !== undefined) {
    const place = { path: ['exceptions', index, 'rule'] };
    return [ledgerDiagnostics['exception-of-unknown-rule']({ rule, ...wrong }, place)];
  }
  if (known.includes(rule) || !path.includes('#')) return [];
  const place = { path: ['exceptions', index, 'path'] };
  const problem = `"${path}" names a step, but cdk-nag knows only constructs: write the path of one`;
  return [ledgerDiagnostics['bad-exception']({ path: place.path, problem }, place)];
}

/** An entry that repeats an earlier one. */
function secondOf(
  { rule, path, environments }: WrittenException,
  index: number,
  all: readonly WrittenException[],
): readonly Diagnostic[] {
  const first = all.findIndex((each) => each.rule === rule && each.path === path && overlaps(each, environments));
  if (first === index) return [];
  const related = [{ message: 'the first one is here', path: ['exceptions', first] }];
  return [ledgerDiagnostics['duplicate-exception']({ rule, path }, { path: ['exceptions', index], related })];
}

function overlaps({ environments: own }: WrittenException, others: WrittenException['environments']): boolean {
  return own === undefined || others === undefined || own.some((name) => others.includes(name));
}

/** What an entry means, beside what it says. */
function readException(
  { rule, path, environments }: WrittenException,
  known: readonly string[],
): Pick<Exception, 'rule' | 'ofCdkNag' | 'target' | 'environments'> {
  const ofCdkNag = !known.includes(rule);
  return { rule: rule.replace(/^[\w.]+::/, ''), ofCdkNag, target: exceptionTarget(path), environments };
}
