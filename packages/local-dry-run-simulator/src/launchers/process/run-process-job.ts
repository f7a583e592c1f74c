import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@millrace/schema';
import type { ContainerPlan, PlannedProgram } from '../../container-plans/container-plan.js';
import type { PythonEnvironment, PythonEnvironments } from '../../python/python-environments.js';
import { readRequirements } from '../../python/requirements.js';
import type { JobRequest, JobResult, Transfer } from '../launcher.js';
import { toRemark } from '../to-remark.js';
import { cannotRun, failedBefore } from './cannot-run.js';
import { childEnvironment } from './child-environment.js';
import { claimAttemptFolder } from './claim-attempt-folder.js';
import { downloadInputs } from './download-inputs.js';
import { findRequirements } from './find-requirements.js';
import { MetricCollector } from './metric-collector.js';
import { MOUNTED_MARKER, mountCommand } from './mount-command.js';
import type { MountMode, MountModes } from './mount-modes.js';
import { processDiagnostics } from './process-diagnostics.js';
import { type ProcessEnd, type ProcessTree, runProcessTree } from './run-process-tree.js';
import { CONTAINER_ROOT, Sandbox } from './sandbox.js';
import { uploadOutputs } from './upload-outputs.js';

/** The machine that jobs run on. */
export interface Host {
  readonly runDirectory: string;
  readonly region: string;
  readonly environments: PythonEnvironments;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (step: string, line: string) => void;
  readonly mountModes: MountModes;
}

/** A job on its way through the phases of its life. */
interface ProcessJob {
  readonly request: JobRequest;
  readonly plan: ContainerPlan;
  readonly program: PlannedProgram;
  readonly host: Host;
  readonly sandbox: Sandbox;
  /** Below the run's folder. */
  readonly folder: string;
  readonly read: readonly Transfer[];
}

/** Runs one job: inputs in, program, outputs out. Never rejects for what user code or data do. */
export async function runProcessJob(request: JobRequest, plan: ContainerPlan, host: Host): Promise<JobResult> {
  const { program } = plan;
  if ('missing' in program) return cannotRun(program.missing);
  const folder = claimAttemptFolder(host.runDirectory, request);
  const sandbox = new Sandbox(join(host.runDirectory, folder, 'container'));
  await sandbox.prepare(plan.folders, plan.files);
  const downloads = await downloadInputs(plan.inputs, sandbox, request.objects);
  if ('problem' in downloads) return failedBefore(downloads.problem);
  const job = { request, plan, program, host, sandbox, folder, read: downloads.read };
  const environment = await prepareEnvironment(job);
  if ('problem' in environment)
    return host.signal?.aborted
      ? { ...failedBefore(''), outcome: 'stopped' }
      : { ...failedBefore(`ClientError: ${environment.problem}`), read: job.read };
  return runProgram(job, environment);
}

async function prepareEnvironment({ request, plan, program, host, sandbox }: ProcessJob) {
  const files = await findRequirements(program.requirements, sandbox);
  const what = files.length > 0 ? 'installing requirements' : 'making a Python environment';
  return host.environments.prepare({
    image: plan.image,
    requirements: files.map(readRequirements),
    signal: host.signal,
    onInstall: () => host.onProgress(request.step, `${what} (once; kept for later runs)`),
  });
}

async function runProgram(job: ProcessJob, environment: PythonEnvironment): Promise<JobResult> {
  const { plan, host, sandbox } = job;
  const mode = host.mountModes.bestFor(plan.isolated);
  const collector = new MetricCollector(plan.metrics);
  const end = await runProcessTree({
    ...toProcess(job, environment, mode),
    logFile: join(host.runDirectory, job.folder, 'log.txt'),
    onLine: (line) => {
      collector.read(line);
      host.onProgress(job.request.step, line);
    },
    maxSeconds: plan.maxRuntimeSeconds,
    signal: host.signal,
  });
  if (mode !== 'translated' && end.ended === undefined && !existsSync(sandbox.placeOf(MOUNTED_MARKER))) {
    // Nothing of the program has run: the system does not allow this mode.
    host.mountModes.refuse(mode);
    return runProgram(job, environment);
  }
  const unusable = collector.unusable.map((name) => processDiagnostics['bad-metric-regex']({ name }, { path: [] }));
  const remarks = [...remarksOf(job, { environment, mode }), ...unusable];
  return toResult(job, end, { metrics: collector.metrics, remarks: remarks.map(toRemark) });
}

/** What a process is apart from its log and its limits. */
function toProcess(
  { plan, program, host, sandbox }: ProcessJob,
  environment: PythonEnvironment,
  mode: MountMode,
): Pick<ProcessTree, 'argv' | 'workingFolder' | 'environment'> {
  const parts = {
    own: process.env,
    binFolders: environment.binFolders,
    home: sandbox.home,
    region: host.region,
    isolated: plan.isolated,
  };
  const variables = childEnvironment({ ...parts, job: { ...pythonPath(program), ...plan.environment } });
  // Whatever a script writes without a path stays in the sandbox; "/" of a container is nobody's.
  const inside = program.workingFolder === '/' ? sandbox.placeOf('/work') : program.workingFolder;
  if (mode !== 'translated') {
    const argv = mountCommand({
      sandbox: sandbox.root,
      workingFolder: inside,
      isolated: mode === 'isolated',
      argv: program.argv,
    });
    return { argv, workingFolder: sandbox.root, environment: variables };
  }
  const translated = Object.entries({ ...variables, SAGEMAKER_BASE_DIR: CONTAINER_ROOT }).map(([name, value]) => [
    name,
    sandbox.translate(value),
  ]);
  return {
    argv: program.argv.map((argument) => sandbox.translate(argument)),
    workingFolder: inside.startsWith(sandbox.root) ? inside : sandbox.placeOf(inside),
    environment: Object.fromEntries(translated),
  };
}

// The training toolkit puts the code folder on Python's path.
function pythonPath({ workingFolder }: PlannedProgram): Record<string, string> {
  return workingFolder === '/' ? {} : { PYTHONPATH: workingFolder };
}

interface Circumstances {
  readonly environment: PythonEnvironment;
  readonly mode: MountMode;
}

function remarksOf({ plan, sandbox }: ProcessJob, { environment, mode }: Circumstances): readonly Diagnostic[] {
  const here = { path: [] };
  const { pythonVersion: python, imageLibraries: libraries } = environment;
  return [
    ...(plan.image === ''
      ? []
      : [processDiagnostics['image-approximated']({ image: plan.image, python, libraries }, here)]),
    ...(mode !== 'translated'
      ? []
      : [processDiagnostics['opt-ml-not-mounted']({ folder: sandbox.placeOf(CONTAINER_ROOT) }, here)]),
    ...(mode === 'isolated' || !plan.isolated ? [] : [processDiagnostics['network-not-isolated']({}, here)]),
    ...plan.notHonoured.map((setting) => processDiagnostics['setting-not-honoured']({ setting }, here)),
  ];
}

async function toResult(
  job: ProcessJob,
  end: ProcessEnd,
  found: Pick<JobResult, 'metrics' | 'remarks'>,
): Promise<JobResult> {
  const { plan, request, sandbox, folder, read } = job;
  const base = {
    ...found,
    read,
    seconds: roundToMilliseconds(end.seconds),
    outputsKnown: 'all',
    log: { path: `${folder}/log.txt`, bytes: end.logBytes },
  } as const;
  if (end.ended === 'stopped') return { ...base, outcome: 'stopped', written: [] };
  if (end.ended === 'timed-out')
    return {
      ...base,
      outcome: 'timed-out',
      written: [],
      reason: `MaxRuntimeExceeded: the job ran for ${plan.maxRuntimeSeconds} seconds`,
    };
  const message = readMessage(sandbox.placeOf(plan.failureFile));
  if (end.exitCode !== 0) {
    const why = message ?? end.lastLine;
    return {
      ...base,
      outcome: 'failed',
      exitCode: end.exitCode,
      written: [],
      reason: `AlgorithmError: ${why}${why === '' ? '' : ', '}exit code: ${end.exitCode}`,
    };
  }
  const written = await uploadOutputs(plan.outputs, sandbox, request.objects);
  rmSync(sandbox.root, { recursive: true, force: true });
  return {
    ...base,
    outcome: 'succeeded',
    exitCode: 0,
    written,
    ...(message === undefined ? {} : { exitMessage: message }),
  };
}

/** The service takes at most 1024 characters of what a container says. */
const LONGEST_MESSAGE = 1024;

function readMessage(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8').trim().slice(0, LONGEST_MESSAGE);
  return text === '' ? undefined : text;
}

function roundToMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
