import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeRule, GOVERNANCE_RULES } from '@millrace/governance-policies';
import { BODY_KEYS, STEP_TYPES, type StepType, stepTypeDeclarations } from '@millrace/schema';
import { repositoryRoot } from '../repository.js';
import { coverRules } from '../rule-coverage/cover-rules.js';
import { readRuleCases } from '../rule-coverage/golden-cases.js';
import { renderRules } from '../rule-coverage/render-rules.js';
import { RULES_WITHOUT_CASES } from '../rule-coverage/rules-without-cases.js';
import { explainAll } from './explain-all.js';
import { renderRule } from './governance/render-rule.js';
import { renderRuleIndex } from './governance/render-rule-index.js';
import { readRuleExamples } from './governance/rule-examples.js';
import { markdownTable, pageHead } from './markdown.js';
import { renderDiagnostics } from './render-diagnostics.js';
import { renderStepType } from './render-step-type.js';

// Writes docs/reference: one page a step type, the list of all diagnostics, the rules with their cases, and one page a
// rule of governance.
const reference = join(repositoryRoot, 'docs/reference');
const stepTypes = join(reference, 'step-types');
const governance = join(reference, 'governance');

for (const folder of [stepTypes, governance]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
for (const type of STEP_TYPES) writePage(join(stepTypes, pageOf(type)), renderStepType(type));
writePage(join(stepTypes, 'README.md'), renderIndex());
const codes = explainAll();
writePage(join(reference, 'diagnostics.md'), renderDiagnostics(codes));
writePage(join(reference, 'rules.md'), renderRules(coverRules(codes, readRuleCases()), RULES_WITHOUT_CASES));
const rules = GOVERNANCE_RULES.map(describeRule);
for (const rule of rules) writePage(join(governance, `${rule.id}.md`), renderRule(rule, readRuleExamples(rule.id)));
writePage(join(governance, 'RULES.md'), renderRuleIndex(rules));

function pageOf(type: StepType): string {
  return `${BODY_KEYS[type]}.md`;
}

function renderIndex(): string {
  const rows = STEP_TYPES.map((type) => [`[${type}](${pageOf(type)})`, stepTypeDeclarations[type].summary]);
  const summary = 'Every step type of SageMaker Pipelines, as a spec writes it.';
  return [pageHead('Step types', summary), markdownTable(['type', 'what it is for'], rows)].join('\n\n');
}

function writePage(file: string, text: string): void {
  writeFileSync(file, `${text}\n`);
}
