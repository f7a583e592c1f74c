import { type Diagnostic, printable } from '@millrace/schema';
import { countDiagnostics, plural } from '../output/count-diagnostics.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import type { Colours } from '../terminal/terminal.js';
import { type CheckResult, saidIn } from './check-result.js';
import type { CheckedTarget } from './checked-target.js';
import { describeGovernance } from './describe-governance.js';
import { withReasonsOnce } from './with-reasons-once.js';

/** What a check has found, for people: what is wrong with the project, each file with what was found in it, and how it ended. */
export function renderCheck(result: CheckResult, colours: Colours): string {
  const once = withReasonsOnce();
  const show = (said: readonly Diagnostic[], files: ReadonlyMap<string, string>) =>
    showDiagnostics(said.map(once), { files, colours });
  const several = result.targets.length > 1;
  const blocks = [
    show(result.diagnostics, result.texts),
    ...result.targets.map((target) => {
      const said = saidIn(target);
      const shown = show(said, target.texts);
      return several ? `${headOf(target, said, colours)}\n${shown}` : shown;
    }),
    result.explanation,
  ];
  const body = blocks.filter((block) => block !== '').join('\n');
  return `${body}${body === '' ? '' : '\n'}${closingLines(result, colours).join('\n')}\n`;
}

function headOf({ file, what }: CheckedTarget, said: readonly Diagnostic[], { bold, dim }: Colours): string {
  return `${bold(printable(file))} ${dim(`(${what})`)}: ${countDiagnostics(said) ?? 'no findings'}`;
}

function closingLines(result: CheckResult, { red, green, dim }: Colours): readonly string[] {
  const { findings } = result.report;
  const said = saidIn(result.report);
  const rule = findings[0]?.rule;
  const verdict = result.fails ? red('not ok:') : green('ok:');
  if (result.targets.length === 0) return [`${verdict} nothing to check in the project`];
  const line = `${verdict} ${countDiagnostics(said) ?? 'no findings'} in ${namesOf(result.targets)} ${dim(`(${circumstances(result)})`)}`;
  return [line, ...(rule === undefined ? [] : [dim(`\`millrace explain ${rule}\` tells more about a rule`)])];
}

/** What was checked, with what; and what the ledger excuses, so that nobody takes its silence for health. */
function circumstances({ targets, projects, report }: CheckResult): string {
  const [only, ...others] = targets;
  const { length } = report.excepted;
  const rules = describeGovernance(projects);
  return [
    only === undefined || others.length > 0 ? rules : [only.what, ...(wasHeld(only) ? [rules] : [])].join(', '),
    ...(length === 0 ? [] : [`${plural(length, 'finding')} excused by the ledger`]),
  ].join('; ');
}

/** Rules that could not be asked are not counted; where nobody knows which they are, that is said. */
function wasHeld({ policy, governance }: CheckedTarget): boolean {
  return policy.length > 0 || governance.policy === undefined || governance.policy.length === 0;
}

function namesOf(targets: readonly CheckedTarget[]): string {
  const [only, ...others] = targets;
  if (only === undefined || others.length > 0) return plural(targets.length, 'file');
  return only.file === '<stdin>' ? 'standard input' : printable(only.file);
}
