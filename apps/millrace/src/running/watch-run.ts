import type { ExecutionEvent } from '@millrace/schema';
import { LiveLines } from '../terminal/live-lines.js';
import type { Screen, Terminal } from '../terminal/terminal.js';
import { describeEvent } from './describe-event.js';
import { formatClock } from './format-time.js';
import { renderProgress } from './render-progress.js';
import { ProgressTracker } from './run-progress.js';

/** Shows a run while it happens. */
export interface RunWatcher {
  onEvent(event: ExecutionEvent): void;
  onProgress(step: string, line: string): void;
  /** A word about the run itself. */
  note(text: string): void;
  /** Must be called when the run has ended, whatever happened. */
  close(): void;
}

/** On a terminal one picture that is redrawn; elsewhere one line per event. Both on standard error. */
export function watchRun(terminal: Terminal): RunWatcher {
  return terminal.screen === undefined ? logEvents(terminal) : drawProgress(terminal, terminal.screen);
}

function logEvents(terminal: Terminal): RunWatcher {
  let start: number | undefined;
  return {
    onEvent: (event) => {
      start ??= Date.parse(event.at);
      const line = describeEvent(event);
      const clock = formatClock((Date.parse(event.at) - start) / 1000).padStart(7);
      if (line !== undefined) terminal.tell(`${terminal.notes.dim(clock)}  ${line}\n`);
    },
    onProgress: () => {},
    note: (text) => terminal.tell(`${text}\n`),
    close: () => {},
  };
}

const REDRAW_MILLISECONDS = 100;

function drawProgress(terminal: Terminal, screen: Screen): RunWatcher {
  const tracker = new ProgressTracker();
  const lines = new LiveLines(screen);
  let tick = 0;
  // Nothing is drawn before the first interval: a scripted run is over by then, and its picture would only flicker.
  const timer = setInterval(() => {
    tick += 1;
    const { columns, rows } = screen;
    lines.draw(renderProgress(tracker.progress, { colours: terminal.notes, columns, rows, now: Date.now(), tick }));
  }, REDRAW_MILLISECONDS);
  return {
    onEvent: (event) => tracker.take({ event, now: Date.now() }),
    onProgress: (step, line) => tracker.take({ logLine: { step, line }, now: Date.now() }),
    note: (text) => {
      lines.clear();
      terminal.tell(`${text}\n`);
    },
    close: () => {
      clearInterval(timer);
      if (tick > 0) lines.clear();
    },
  };
}
