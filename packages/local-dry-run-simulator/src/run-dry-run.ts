import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Diagnostic, ExecutionEvent, ExecutionKind } from '@millrace/schema';
import type { DryRunListener, DryRunRequest } from './dry-run-request.js';
import { Execution } from './engine/execution.js';
import type { ExecutionSettings } from './engine/execution-settings.js';
import { processLauncher } from './launchers/process/process-launcher.js';
import { scriptedLauncher } from './launchers/scripted/scripted-launcher.js';
import { layeredObjects } from './object-store/layered-objects.js';
import { LocalS3 } from './object-store/local-s3.js';
import { mappedObjects } from './object-store/mapped-objects.js';
import { MemoryObjects } from './object-store/memory-objects.js';
import type { ObjectStore } from './object-store/object-store.js';
import { type PreparedExecution, prepareExecution } from './prepare-execution.js';
import { LocalRegistry } from './records/local-registry.js';
import { MemoryRegistry } from './records/memory-registry.js';
import { requestDiagnostics } from './request-diagnostics.js';
import { EventFile } from './state/event-file.js';
import { claimRunDirectory } from './state/run-directory.js';
import { type RunSummary, summarizeRun } from './summary/summarize-run.js';

/** A finished dry run. */
export interface DryRun {
  /** Empty when nothing ran. */
  readonly events: readonly ExecutionEvent[];
  readonly summary: RunSummary;
  /** What stood in the way of running. */
  readonly diagnostics: readonly Diagnostic[];
  /** Name of the folder below `runs/`; absent when nothing ran. */
  readonly runId?: string;
  /** Holds `events.ndjson` and, for real steps, `steps/<step>/attempt-<n>/log.txt`. */
  readonly runDirectory?: string;
}

/**
 * Runs a pipeline definition on this machine. Never throws on an author's mistake: what is wrong with the request is
 * in `diagnostics`, and what goes wrong in the run is in its events.
 */
export async function runDryRun(request: DryRunRequest, listener: DryRunListener = {}): Promise<DryRun> {
  const { value: prepared, diagnostics } = prepareExecution(request);
  if (prepared === undefined) return { events: [], summary: summarizeRun([]), diagnostics };
  try {
    const run = await runPrepared(request, prepared, listener);
    return { ...run, diagnostics };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const { stateDirectory: directory } = request;
    const problem = requestDiagnostics['state-not-writable']({ directory, problem: error.message }, { path: [] });
    return { events: [], summary: summarizeRun([]), diagnostics: [...diagnostics, problem] };
  }
}

async function runPrepared(
  request: DryRunRequest,
  prepared: PreparedExecution,
  listener: DryRunListener,
): Promise<DryRun> {
  const { id, path } = claimRunDirectory(request.stateDirectory);
  const settings = toSettings({ request, prepared, listener, runId: id, runDirectory: path });
  const events = await record(new Execution(settings), { path, durable: request.launcher !== 'scripted', listener });
  return { events, summary: summarizeRun(events), diagnostics: [], runId: id, runDirectory: path };
}

interface Recording {
  readonly path: string;
  readonly durable: boolean;
  readonly listener: DryRunListener;
}

async function record(
  execution: Execution,
  { path, durable, listener }: Recording,
): Promise<readonly ExecutionEvent[]> {
  const events: ExecutionEvent[] = [];
  const file = new EventFile(path, durable);
  try {
    for await (const event of execution.run()) {
      file.append(event);
      events.push(event);
      listener.onEvent?.(event);
    }
  } finally {
    file.close();
  }
  return events;
}

interface Run {
  readonly request: DryRunRequest;
  readonly prepared: PreparedExecution;
  readonly listener: DryRunListener;
  readonly runId: string;
  readonly runDirectory: string;
}

function toSettings(run: Run): ExecutionSettings {
  const { request, prepared, listener } = run;
  const { nodes, parameters, parameterTypes, experiment, assumptions, scenario, definitionDigest } = prepared;
  const cap = request.maxParallelSteps;
  return {
    pipelineName: request.pipelineName,
    partition: request.partition ?? 'aws',
    region: request.region ?? 'us-east-1',
    account: request.account ?? '000000000000',
    nodes,
    parameters,
    parameterTypes,
    experiment,
    assumptions,
    definitionDigest,
    seed: scenario.seed ?? 1,
    afterFailure: scenario.options?.afterFailure ?? 'stop-scheduling',
    durations: durationsOf(run),
    ...(cap === undefined ? {} : { maxParallelSteps: cap }),
    ...(listener.signal === undefined ? {} : { signal: listener.signal }),
    ...(request.launcher === 'scripted' ? scriptedParts(run) : processParts(run)),
  };
}

type LauncherParts = Pick<
  ExecutionSettings,
  'launcher' | 'objects' | 'registry' | 'missingObjects' | 'startTime' | 'executionId'
>;

/** Virtual time of scripted runs begins here unless the scenario says otherwise, so that equal input gives equal events. */
const SCRIPTED_CLOCK = '2026-01-05T09:00:00.000Z';

// Nothing of a scripted run comes from the disk or stays there: its events are a function of what was given.
function scriptedParts({ request, prepared }: Run): LauncherParts {
  return {
    launcher: scriptedLauncher(prepared.scenario, prepared.scenarioFolder),
    objects: readingAlso(new MemoryObjects(), request),
    registry: new MemoryRegistry(),
    missingObjects: 'unknown',
    startTime: Date.parse(prepared.scenario.clock ?? SCRIPTED_CLOCK),
    executionId: executionIdOf(prepared.inputDigest),
  };
}

function processParts({ request, prepared, listener, runId, runDirectory }: Run): LauncherParts {
  const startTime = prepared.scenario.clock === undefined ? Date.now() : Date.parse(prepared.scenario.clock);
  const { environmentsDirectory } = request;
  return {
    launcher: processLauncher({
      runDirectory,
      scenario: prepared.scenario,
      scenarioFolder: prepared.scenarioFolder,
      region: request.region ?? 'us-east-1',
      ...(environmentsDirectory === undefined ? {} : { environmentsDirectory }),
      ...(listener.signal === undefined ? {} : { signal: listener.signal }),
      ...(listener.onProgress === undefined ? {} : { onProgress: listener.onProgress }),
    }),
    objects: readingAlso(new LocalS3(join(request.stateDirectory, 's3')), request),
    registry: new LocalRegistry(join(request.stateDirectory, 'registry')),
    missingObjects: 'missing',
    startTime,
    // Unique, as on SageMaker, so that no run writes over the outputs of another.
    executionId: executionIdOf(`${prepared.inputDigest} ${runId} ${startTime}`),
  };
}

function readingAlso(store: ObjectStore, { data = [], dataFolder }: DryRunRequest): ObjectStore {
  const folder = dataFolder === undefined ? [] : [mappedObjects(dataFolder)];
  const { find, list } = layeredObjects([...data.map(mappedObjects), store, ...folder]);
  return { find, list, put: (uri, content) => store.put(uri, content), moveIn: (uri, file) => store.moveIn(uri, file) };
}

/** Twelve small letters and digits, the form of SageMaker's execution ids. */
function executionIdOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x${hex}`).toString(36).slice(0, 12);
}

/** Seconds of virtual time; a condition is said to take about one on SageMaker, which no plan depends on. */
const USUAL_SECONDS: Readonly<Record<ExecutionKind, number>> = {
  'container-job': 300,
  'function-call': 5,
  'outside-wait': 3_600,
  record: 1,
  branch: 0,
  stop: 0,
};

function durationsOf({ request, prepared }: Run): Readonly<Record<ExecutionKind, number>> {
  const given = Object.entries(prepared.scenario.defaults ?? {}).flatMap(([kind, { duration } = {}]) =>
    duration === undefined ? [] : [[kind, duration]],
  );
  // With real work, only what somebody says takes virtual time.
  const usual = request.launcher === 'scripted' ? USUAL_SECONDS : { ...USUAL_SECONDS, record: 0 };
  return { ...usual, ...Object.fromEntries(given) };
}
