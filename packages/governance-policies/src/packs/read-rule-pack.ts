import { type Diagnostic, type DiagnosticPlace, type Outcome, settle } from '@millrace/schema';
import type { GovernanceRule } from '../rule/governance-rule.js';
import { packDiagnostics } from './pack-diagnostics.js';
import { ruleForm } from './rule-form.js';

/** A pack as it was named. */
export interface NamedPack {
  /** The name of an npm package, or a path. */
  readonly name: string;
  /** Where it is named. */
  readonly place: DiagnosticPlace;
}

/** Takes the rules out of the module of a pack: its export `rules`, or its default export, which of CommonJS is the module. */
export function readRulePack(module: unknown, { name, place }: NamedPack): Outcome<readonly GovernanceRule[]> {
  const refuse = (problem: string): Diagnostic => packDiagnostics['no-pack']({ name, problem }, place);
  const rules = memberOf(module, 'rules') ?? listIn(memberOf(module, 'default'));
  if (!Array.isArray(rules)) return settle([], [refuse('it exports no list of rules')]);
  const diagnostics = rules.flatMap((rule, index) => {
    const problem = problemOf(rule);
    return problem === undefined ? [] : [refuse(`${nameOf(rule, index)} was not made with defineRule (${problem})`)];
  });
  // The form was checked; what the functions take, no form can say.
  return settle(rules as readonly GovernanceRule[], diagnostics);
}

function listIn(exported: unknown): unknown {
  return Array.isArray(exported) ? exported : memberOf(exported, 'rules');
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function problemOf(rule: unknown): string | undefined {
  const issue = ruleForm.safeParse(rule).error?.issues[0];
  if (issue === undefined) return undefined;
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}

function nameOf(rule: unknown, index: number): string {
  const id = memberOf(rule, 'id');
  return typeof id === 'string' ? id : `entry ${index + 1}`;
}
