import type { Diagnostic } from '@millrace/schema';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { EXIT_CODES } from '../command-line/exit-code.js';
import { UsageError } from '../command-line/usage-error.js';
import type { CheckOptions } from './check-options.js';
import { CheckProgress } from './check-progress.js';
import { type CheckResult, saidIn } from './check-result.js';
import type { CheckedTarget } from './checked-target.js';
import { deliverReport } from './deliver-report.js';
import { describeCheck } from './describe-check.js';
import { type CheckSetting, governPipeline } from './govern-pipeline.js';
import { GovernedProjects } from './governed-projects.js';
import { readDeployed } from './read-deployed.js';
import type { CheckTarget } from './targets/check-target.js';
import { findTargets } from './targets/find-targets.js';

/** The work of `millrace check PATH…`. */
export async function checkPaths({ operands, options, terminal }: Invocation<CheckOptions>): Promise<Answer> {
  refuseTwoProducts(options);
  const targets = await findTargets({ paths: operands, all: options.all === true }, terminal);
  refuseOneDeployedForMany(options, targets);
  const deployed = await readDeployed(options.deployed, terminal);
  const projects = new GovernedProjects(options, terminal.workingDirectory);
  const checked = await governAll(targets, { options, terminal, projects, deployed: deployed.definition });
  const diagnostics = [...deployed.diagnostics, ...projects.diagnostics];
  const result: CheckResult = {
    fails: saidIn({ diagnostics, targets: checked }).some(isLoud(options)),
    targets: checked,
    projects: projects.all,
    diagnostics,
    texts: new Map([...projects.texts, ...deployed.texts]),
  };
  await deliverReport(result, options, terminal);
  return { exitCode: result.fails ? EXIT_CODES.errors : EXIT_CODES.fine, document: describeCheck(result) };
}

async function governAll(targets: readonly CheckTarget[], setting: CheckSetting): Promise<readonly CheckedTarget[]> {
  const progress = new CheckProgress(targets.length, setting.terminal);
  const checked: CheckedTarget[] = [];
  try {
    for (const target of targets) {
      progress.show(checked.length + 1, target.file);
      checked.push(await governPipeline(target, setting));
    }
  } finally {
    progress.end();
  }
  return checked;
}

function isLoud({ failOn }: CheckOptions): (said: Diagnostic) => boolean {
  return ({ severity }) => severity === 'error' || severity === failOn;
}

// With --json standard output belongs to the one document.
function refuseTwoProducts({ json, format, output }: CheckOptions): void {
  if (json !== true || output !== undefined || format === 'text' || format === 'json') return;
  const problem = 'with --json standard output holds the JSON document alone';
  const help = `add -o OUT for the report in the format ${format}`;
  throw new UsageError(commandDiagnostics['bad-option-value']({ option: '--format', problem, help }, { path: [] }));
}

function refuseOneDeployedForMany({ deployed }: CheckOptions, targets: readonly CheckTarget[]): void {
  if (deployed === undefined || targets.length === 1) return;
  const problem = `it is the definition of one pipeline, and ${targets.length} are to be checked`;
  const help = 'name one PATH beside it';
  throw new UsageError(commandDiagnostics['bad-option-value']({ option: '--deployed', problem, help }, { path: [] }));
}
