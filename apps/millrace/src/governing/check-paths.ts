import { type CheckReport, RuleFailure, type RuleTexts } from '@millrace/governance-policies';
import type { Diagnostic } from '@millrace/schema';
import { appPackage } from '../command-line/app-package.js';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { applyLedgers } from './apply-ledgers.js';
import type { CheckOptions } from './check-options.js';
import { CheckProgress } from './check-progress.js';
import { type CheckResult, saidIn } from './check-result.js';
import type { CheckSetting } from './check-setting.js';
import type { CheckedTarget } from './checked-target.js';
import { deliverReport } from './deliver-report.js';
import { describeCheck } from './describe-check.js';
import { explainLedgers } from './explain-ledgers.js';
import { describeFixes } from './fixing/describe-fixes.js';
import { type FixedFile, type FixSetting, fixTarget } from './fixing/fix-targets.js';
import { renderFixes } from './fixing/render-fixes.js';
import { governPipeline } from './govern-pipeline.js';
import { governTemplate } from './govern-template.js';
import { GovernedProjects } from './governed-projects.js';
import { type Deployed, readDeployed } from './read-deployed.js';
import { readToday } from './read-today.js';
import { refuseWrongOptions } from './refuse-wrong-options.js';
import type { CheckTarget } from './targets/check-target.js';
import { findTargets } from './targets/find-targets.js';

/** The work of `millrace check PATH…`. */
export async function checkPaths(invocation: Invocation<CheckOptions>): Promise<Answer> {
  try {
    return await check(invocation);
  } catch (error) {
    if (!(error instanceof RuleFailure)) throw error;
    return { exitCode: EXIT_CODES.errors, failure: [error.diagnostic] };
  }
}

async function check({ operands, options, terminal }: Invocation<CheckOptions>): Promise<Answer> {
  const today = readToday(options.today);
  // Whoever only asks for the ledger means that of the project.
  const all = options.all === true || (options.explainExceptions === true && operands.length === 0);
  const targets = await findTargets({ paths: operands, all }, terminal);
  refuseWrongOptions(options, targets, terminal);
  const deployed = await readDeployed(options.deployed, terminal);
  const projects = new GovernedProjects(options, terminal.workingDirectory);
  const setting = { options, terminal, projects, deployed: deployed.definition, today };
  const governed = await governAll(targets, setting);
  const result = conclude(governed.checked, { options, projects, deployed, today, terminal });
  tellFixes(governed.fixes, options, terminal);
  await deliverReport(result, options, terminal);
  return {
    exitCode: result.fails ? EXIT_CODES.errors : EXIT_CODES.fine,
    document: { ...describeCheck(result), ...documentOf(governed.fixes, options) },
  };
}

const GOVERN = { pipeline: governPipeline, template: governTemplate };

interface Governed {
  readonly checked: readonly CheckedTarget[];
  readonly fixes: readonly FixedFile[];
}

async function governAll(targets: readonly CheckTarget[], setting: FixSetting): Promise<Governed> {
  const progress = new CheckProgress(targets.length, setting.terminal);
  const checked: CheckedTarget[] = [];
  const fixes: FixedFile[] = [];
  try {
    for (const target of targets) {
      progress.show(checked.length + 1, target.file);
      const found = await GOVERN[target.kind](target, setting);
      const outcome = fixesAny(setting.options) ? await fixTarget(target, found, setting) : { checked: found };
      checked.push(outcome.checked);
      if (outcome.fixes !== undefined) fixes.push(outcome.fixes);
    }
  } finally {
    progress.end();
  }
  return { checked, fixes };
}

function fixesAny({ fix, fixSuggested }: CheckOptions): boolean {
  return fix === true || fixSuggested === true;
}

/** Reports in other forms have standard output alone. */
function tellFixes(fixes: readonly FixedFile[], { format, output }: CheckOptions, terminal: Terminal): void {
  const isForPeople = format === 'text' || output !== undefined;
  const [say, colours] = isForPeople ? [terminal.speak, terminal.speech] : [terminal.tell, terminal.notes];
  for (const each of fixes) say(renderFixes(each, colours));
}

function documentOf(fixes: readonly FixedFile[], options: CheckOptions): object {
  return fixesAny(options) ? { fixes: fixes.map(describeFixes) } : {};
}

interface Concluding extends Pick<CheckSetting, 'options' | 'projects' | 'terminal'> {
  readonly deployed: Deployed;
  readonly today: string;
}

function conclude(
  checked: readonly CheckedTarget[],
  { options, projects, deployed, today, terminal: { workingDirectory } }: Concluding,
): CheckResult {
  const applied = applyLedgers(checked, { today, workingDirectory });
  const { targets, excepted, exceptions } = applied;
  const diagnostics = [...deployed.diagnostics, ...projects.diagnostics, ...applied.diagnostics];
  const report: CheckReport = {
    findings: targets.flatMap(({ findings }) => findings),
    excepted,
    exceptions,
    diagnostics: [...diagnostics, ...targets.flatMap((target) => target.diagnostics)],
    files: targets.filter(({ policy }) => policy.length > 0).map(({ file }) => file),
    rules: rulesOf(projects),
    failOn: options.failOn,
    tool: appPackage,
  };
  return {
    fails: saidIn(report).some(isLoud(options)),
    report,
    targets,
    projects: projects.all,
    diagnostics,
    texts: new Map([...projects.texts, ...deployed.texts]),
    explanation: options.explainExceptions === true ? explainLedgers(applied, today) : '',
  };
}

function rulesOf({ all }: GovernedProjects): readonly RuleTexts[] {
  const rules = all.flatMap(({ policy = [] }) => policy.map(({ rule }) => rule));
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

function isLoud({ failOn }: CheckOptions): (said: Diagnostic) => boolean {
  return ({ severity }) => severity === 'error' || severity === failOn;
}
