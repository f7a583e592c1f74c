import { printable } from '@millrace/schema';
import type { Colours } from '../terminal/terminal.js';
import { formatDuration } from './format-time.js';
import type { RunProgress, StepPhase, StepProgress } from './run-progress.js';

/** How one picture of the live view is drawn. */
export interface ProgressFrame {
  readonly colours: Colours;
  readonly columns: number;
  readonly rows: number;
  /** This machine's clock, in milliseconds. */
  readonly now: number;
  /** Counts pictures; turns the spinner. */
  readonly tick: number;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** The lines of the live view, at most as many as the window has: failed and running steps first when room is short. */
export function renderProgress(progress: RunProgress, frame: ProgressFrame): readonly string[] {
  const head = `${progress.pipelineName}  ${progress.launcher}`;
  const nameWidth = progress.steps.reduce((most, { name }) => Math.min(40, Math.max(most, name.length)), 0);
  const { shown, hidden } = chooseSteps(progress.steps, Math.max(2, frame.rows - 4));
  const rows = shown.flatMap((step) => renderStep(step, progress, { ...frame, nameWidth }));
  const rest = hidden === 0 ? [] : [frame.colours.dim(`   … and ${hidden} more`)];
  return [fit(frame.colours.bold(head), head, frame.columns), ...rows, ...rest];
}

const URGENCY: Readonly<Record<StepPhase, number>> = {
  failed: 0,
  running: 1,
  stopped: 2,
  undecided: 3,
  waiting: 4,
  succeeded: 5,
  skipped: 6,
};

// A running step may take a second line for its log, so that room is counted in lines.
function chooseSteps(steps: readonly StepProgress[], room: number): { shown: readonly StepProgress[]; hidden: number } {
  const height = (step: StepProgress) => (step.phase === 'running' && step.lastLine !== undefined ? 2 : 1);
  const chosen = new Set<StepProgress>();
  let used = 0;
  for (const step of [...steps].sort((one, other) => URGENCY[one.phase] - URGENCY[other.phase])) {
    if (used + height(step) > room) break;
    used += height(step);
    chosen.add(step);
  }
  return { shown: steps.filter((step) => chosen.has(step)), hidden: steps.length - chosen.size };
}

type StepFrame = ProgressFrame & { readonly nameWidth: number };

function renderStep(step: StepProgress, progress: RunProgress, frame: StepFrame): readonly string[] {
  const { colours, columns } = frame;
  const plain = ` ${signOf(step, frame)} ${step.name.padEnd(frame.nameWidth)}  ${describeStep(step, progress, frame)}`;
  const line = fit(PAINT[step.phase](colours)(plain), plain, columns);
  if (step.phase !== 'running' || step.lastLine === undefined) return [line];
  const log = `     ${printable(withoutColours(step.lastLine))}`;
  return [line, fit(colours.dim(log), log, columns)];
}

const PAINT: Readonly<Record<StepPhase, (colours: Colours) => (text: string) => string>> = {
  waiting: (colours) => colours.dim,
  running: (colours) => colours.cyan,
  succeeded: (colours) => colours.green,
  failed: (colours) => colours.red,
  stopped: (colours) => colours.yellow,
  skipped: (colours) => colours.dim,
  undecided: (colours) => colours.yellow,
};

function signOf({ phase }: StepProgress, { tick }: ProgressFrame): string {
  if (phase === 'running') return SPINNER[tick % SPINNER.length] ?? '';
  return SIGNS[phase];
}

const SIGNS: Readonly<Record<Exclude<StepPhase, 'running'>, string>> = {
  waiting: '◌',
  succeeded: '✔',
  failed: '✖',
  stopped: '■',
  skipped: '-',
  undecided: '?',
};

function describeStep(step: StepProgress, progress: RunProgress, { now }: ProgressFrame): string {
  const parts: (string | undefined)[] = [];
  if (step.phase === 'running') {
    if ((step.attempt ?? 1) > 1) parts.push(`attempt ${step.attempt}`);
    parts.push(formatDuration(Math.max(0, Math.floor((now - (step.startedAt ?? now)) / 1000))));
  } else if (step.phase === 'waiting') {
    parts.push(waitsFor(step, progress));
  } else if (step.tookSeconds !== undefined) {
    parts.push(formatDuration(step.tookSeconds));
  }
  return [...parts, step.note].filter((part) => part !== undefined).join('  ');
}

function waitsFor({ after }: StepProgress, { steps }: RunProgress): string | undefined {
  const open = steps.filter(({ name, phase }) => after.includes(name) && (phase === 'waiting' || phase === 'running'));
  return open.length === 0 ? undefined : `waits for ${open.map(({ name }) => name).join(', ')}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of terminal colours begin with one.
const COLOUR = /\u001b\[[0-9;]*[A-Za-z]/g;

function withoutColours(text: string): string {
  return text.replace(COLOUR, '');
}

// Cut by the plain text's length: a line that wraps would leave remains behind when the picture is redrawn.
function fit(painted: string, plain: string, columns: number): string {
  return plain.length < columns ? painted : `${plain.slice(0, Math.max(0, columns - 2))}…`;
}
