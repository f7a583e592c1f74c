import type { Scenario, ScenarioAttempt } from '@millrace/schema';
import type { JobRequest, JobResult, Launcher, Remark } from '../launcher.js';
import { toRemark } from '../to-remark.js';
import { attemptOf } from './attempt-of.js';
import { scriptedDiagnostics } from './scripted-diagnostics.js';
import { tellsOf } from './tells-of.js';
import { type ScriptedOutputs, writeScriptedOutputs } from './write-scripted-outputs.js';

/** A job without StoppingCondition ends after a day (API default). */
const LONGEST_RUN_SECONDS = 86_400;

/**
 * Runs no user code: what happens is what a scenario says, and what it does not say stays unknown. `folder`: where its
 * relative paths begin.
 */
export function scriptedLauncher(scenario: Scenario, folder: string): Launcher {
  return {
    name: 'scripted',
    launch: (job) => {
      const result = playAttempt(job, attemptOf(scenario, job.step, job.attempt), folder);
      const silent = isUnknown(job) && !tellsOf(scenario, job.step);
      return { work: 'scripted', result: silent ? { ...result, remarks: [notRun(job)] } : result };
    },
  };
}

// Of each type that Millrace knows there is a plan, or a reason why nobody here can do the work.
function isUnknown({ plan, outside }: JobRequest): boolean {
  return plan === undefined && outside === undefined;
}

function notRun({ stepType }: JobRequest): Remark {
  return toRemark(scriptedDiagnostics['type-not-run']({ type: stepType }, { path: [] }));
}

function playAttempt(job: JobRequest, attempt: ScenarioAttempt, folder: string): JobResult {
  const nothing = { metrics: [], read: [], written: [], outputsKnown: new Set<string>() };
  const seconds = attempt.duration ?? job.usualSeconds;
  const after = attempt.after ?? seconds;
  if (attempt.fault !== undefined) {
    return {
      ...nothing,
      outcome: 'failed',
      seconds: after,
      exceptionType: attempt.fault,
      reason: `${attempt.fault}: given by the scenario`,
    };
  }
  if (attempt.fail !== undefined) {
    const { exitCode = 1, reason } = attempt.fail;
    return {
      ...nothing,
      outcome: 'failed',
      seconds: after,
      exitCode,
      reason: `AlgorithmError: ${reason ?? 'given by the scenario'}, exit code: ${exitCode}`,
    };
  }
  const limit = job.plan?.maxRuntimeSeconds ?? job.longestSeconds ?? LONGEST_RUN_SECONDS;
  if (attempt.hang || seconds > limit) {
    return {
      ...nothing,
      outcome: 'timed-out',
      seconds: limit,
      reason: `MaxRuntimeExceeded: the job ran for ${limit} seconds`,
    };
  }
  return succeed({ ...attempt, duration: seconds }, writeScriptedOutputs(job, attempt, folder));
}

function succeed(
  attempt: ScenarioAttempt & { readonly duration: number },
  { written, decided }: ScriptedOutputs,
): JobResult {
  const metrics = Object.entries(attempt.metrics ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value }],
  );
  // A null stands for a value that is still to be given.
  const given = Object.entries(attempt.returns ?? {}).filter(([, value]) => value !== null);
  const returns = given.length === 0 ? {} : { OutputParameters: Object.fromEntries(given) };
  return {
    outcome: 'succeeded',
    seconds: attempt.duration,
    metrics,
    read: [],
    written,
    outputsKnown: decided,
    describe: { ...returns, ...attempt.describe },
  };
}
