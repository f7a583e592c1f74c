import type { UndecidedCondition } from '@millrace/local-dry-run-simulator';
import { printable } from '@millrace/schema';
import type { RunReport } from './run-report.js';

/** Each condition that nothing decided, with what it would need, and what would run on either side. */
export function renderUndecided({ run, events, file, colours }: RunReport): readonly string[] {
  const blocks = run.undecided.flatMap((condition) => [...renderCondition(condition, colours.yellow), '']);
  const [first] = run.undecided;
  if (first === undefined) return [];
  const scripted = events.some((event) => event.type === 'execution-started' && event.launcher === 'scripted');
  const real = scripted ? ', or run the scripts: --launcher process' : '';
  const ways = `decide it: --assume ${first.step}=true, or --scenario (\`millrace scenario ${file}\` writes one)${real}`;
  return [...blocks.slice(0, -1), colours.dim(`  ${ways}`), ''];
}

function renderCondition(
  { step, reads, ifSteps, elseSteps }: UndecidedCondition,
  paint: (text: string) => string,
): readonly string[] {
  return [
    paint(`? ${printable(step)} is undecided${reads.length === 0 ? '' : `: it reads ${printable(reads.join(', '))}`}`),
    `  ├─ true   ${listSteps(ifSteps)}`,
    `  └─ false  ${listSteps(elseSteps)}`,
  ];
}

function listSteps(steps: readonly string[]): string {
  return steps.length === 0 ? 'nothing more runs' : printable(steps.join(', '));
}
