import { type DryRun, type DryRunRequest, requestDiagnostics, runDryRun } from '@millrace/local-dry-run-simulator';
import { type Diagnostic, hasErrors } from '@millrace/schema';
import type { Answer, Invocation } from '../command-line/cli-command.js';
import { EXIT_CODES, type ExitCode } from '../command-line/exit-code.js';
import { describeSystemError, isRefusedBySystem } from '../output/describe-system-error.js';
import { showDiagnostics } from '../output/show-diagnostics.js';
import { renderReport } from '../report/render-report.js';
import type { Terminal } from '../terminal/terminal.js';
import { cancelOnInterrupt } from './cancel-on-interrupt.js';
import { describeRun } from './describe-run.js';
import type { DryRunOptions } from './dry-run-options.js';
import { openRunFiles } from './open-run-files.js';
import { type PreparedRun, prepareRun } from './prepare-request.js';
import { runDiagnostics } from './run-diagnostics.js';
import { uploadCode } from './upload-code.js';
import { watchRun } from './watch-run.js';

/** The work of `millrace dry-run FILE`. */
export async function dryRunPipeline(invocation: Invocation<DryRunOptions>): Promise<Answer> {
  const { options, terminal } = invocation;
  const prepared = await prepareRun(invocation);
  tell(prepared.diagnostics, prepared, terminal);
  const { request } = prepared;
  if (request === undefined) {
    return { exitCode: EXIT_CODES.errors, failure: prepared.diagnostics };
  }
  const watched = await runOrRefusal(request, prepared, terminal);
  if ('failure' in watched) return watched;
  const remarks = [...prepared.place(watched.run.diagnostics), ...describeUndecided(watched.run, options)];
  tell(remarks, prepared, terminal);
  report(watched, { file: prepared.file, request, terminal });
  return {
    exitCode: watched.cancelled ? EXIT_CODES.cancelled : exitCodeOf(watched.run, remarks),
    document: describeRun(watched.run.summary, [...prepared.diagnostics, ...remarks, ...warningsOf(watched.run)]),
  };
}

// People read them among the events and in the report; programs among the diagnostics.
function warningsOf({ events }: DryRun): readonly Diagnostic[] {
  return events.flatMap((event) => {
    if (event.type !== 'warning-raised') return [];
    const { code, severity, message, help } = event;
    return [{ code, severity, blocking: false, message, path: [], ...(help === undefined ? {} : { help }) }];
  });
}

async function runOrRefusal(
  request: DryRunRequest,
  prepared: PreparedRun,
  terminal: Terminal,
): Promise<WatchedRun | { exitCode: ExitCode; failure: readonly Diagnostic[] }> {
  try {
    if (request.launcher === 'process') uploadCode(prepared.code, request.stateDirectory);
    return await runWatched(request, terminal);
  } catch (error) {
    if (!isRefusedBySystem(error)) throw error;
    const problem = { directory: request.stateDirectory, problem: describeSystemError(error) };
    const refusal = requestDiagnostics['state-not-writable'](problem, { path: [] });
    tell([refusal], prepared, terminal);
    return { exitCode: EXIT_CODES.errors, failure: [...prepared.diagnostics, refusal] };
  }
}

interface WatchedRun {
  readonly run: DryRun;
  readonly cancelled: boolean;
  readonly tookSeconds: number;
}

async function runWatched(request: DryRunRequest, terminal: Terminal): Promise<WatchedRun> {
  const start = performance.now();
  const watcher = watchRun(terminal);
  const interruption = cancelOnInterrupt(() => watcher.note('stopping; Ctrl-C again does not wait'));
  const { signal } = interruption;
  try {
    const run = await runDryRun(request, { onEvent: watcher.onEvent, onProgress: watcher.onProgress, signal });
    return { run, cancelled: signal.aborted, tookSeconds: (performance.now() - start) / 1000 };
  } finally {
    interruption.release();
    watcher.close();
  }
}

function describeUndecided({ summary }: DryRun, { failOnUndecided }: DryRunOptions): readonly Diagnostic[] {
  if (failOnUndecided !== true) return [];
  return summary.undecided.map(({ step }) => runDiagnostics['condition-undecided']({ step }, { path: [] }));
}

function exitCodeOf({ summary }: DryRun, remarks: readonly Diagnostic[]): ExitCode {
  const fine = summary.status === 'Succeeded' || summary.status === 'Undecided';
  return fine && !hasErrors(remarks) ? EXIT_CODES.fine : EXIT_CODES.errors;
}

function tell(diagnostics: readonly Diagnostic[], { texts }: PreparedRun, terminal: Terminal): void {
  terminal.tell(showDiagnostics(diagnostics, { files: texts, colours: terminal.notes }));
}

interface Reporting {
  readonly file: string;
  readonly request: DryRunRequest;
  readonly terminal: Terminal;
}

function report({ run, tookSeconds }: WatchedRun, { file, request, terminal }: Reporting): void {
  if (run.events.length === 0) return;
  const { workingDirectory, speech: colours } = terminal;
  const files = openRunFiles(run, { stateDirectory: request.stateDirectory, workingDirectory });
  terminal.speak(renderReport({ file, run: run.summary, events: run.events, tookSeconds, files, colours }));
}
