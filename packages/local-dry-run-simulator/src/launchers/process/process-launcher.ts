import { availableParallelism } from 'node:os';
import type { Scenario } from '@millrace/schema';
import { PythonEnvironments } from '../../python/python-environments.js';
import type { JobResult, Launcher, Remark } from '../launcher.js';
import { scriptedLauncher } from '../scripted/scripted-launcher.js';
import { tellsOf } from '../scripted/tells-of.js';
import { cannotRun } from './cannot-run.js';
import { MountModes } from './mount-modes.js';
import { runProcessJob } from './run-process-job.js';

/** What the process launcher needs. */
export interface ProcessLauncherOptions {
  /** Folder of the run; jobs live below `steps/`. */
  readonly runDirectory: string;
  /** Steps that it gives a result for are scripted. */
  readonly scenario: Scenario;
  /** Where relative paths of the scenario begin. */
  readonly scenarioFolder: string;
  readonly region: string;
  readonly environmentsDirectory?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: string, line: string) => void;
}

/** Runs scripts as processes of this machine, under SageMaker's container contract. */
export function processLauncher(options: ProcessLauncherOptions): Launcher {
  const { scenario, signal } = options;
  const scripted = scriptedLauncher(scenario, options.scenarioFolder);
  const environments = new PythonEnvironments(options.environmentsDirectory);
  const host = {
    runDirectory: options.runDirectory,
    region: options.region,
    environments,
    signal,
    onProgress: options.onProgress ?? (() => undefined),
    mountModes: new MountModes(),
  };
  // Both questions take a moment; they are asked while the first job's inputs are fetched.
  // The answer takes a moment; it is asked for while the first job's inputs are fetched, which waits for it and hears a failure.
  environments.findInterpreter().catch(() => undefined);
  const once = onlyNewRemarks();
  return {
    name: 'process',
    maxConcurrentJobs: availableParallelism(),
    launch: (job) => {
      if (tellsOf(scenario, job.step)) return scripted.launch(job);
      if (job.outside !== undefined) return { work: 'scripted', result: cannotRun(job.outside) };
      if (job.plan === undefined) return scripted.launch(job);
      return { work: 'real', result: runProcessJob(job, job.plan, host).catch(toFailure).then(once) };
    },
  };
}

/** The machine itself failed: disk full, no shell. Anything else is a bug and stays an exception. */
function toFailure(error: unknown): JobResult {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  const reason = `ClientError: this machine could not run the step: ${error.message}`;
  return { outcome: 'failed', seconds: 0, reason, metrics: [], read: [], written: [], outputsKnown: 'all' };
}

/** What is true of the machine is said once in a run, not once for every step. */
function onlyNewRemarks(): (result: JobResult) => JobResult {
  const said = new Set<string>();
  const isNew = ({ message }: Remark) => !said.has(message) && said.add(message).size > 0;
  return (result) => (result.remarks === undefined ? result : { ...result, remarks: result.remarks.filter(isNew) });
}
