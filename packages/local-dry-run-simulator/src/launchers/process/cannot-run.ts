import type { JobResult } from '../launcher.js';

/** The result of a step that is no program for this machine, with the ways out. `why`: `it calls a function of AWS`. */
export function cannotRun(why: string): JobResult {
  return failedBefore(
    `ClientError: this step cannot run as a process: ${why}; give its result in a scenario (steps: …), or use --launcher scripted`,
  );
}

/** A job that failed before its program began. */
export function failedBefore(reason: string): JobResult {
  return { outcome: 'failed', seconds: 0, reason, metrics: [], read: [], written: [], outputsKnown: 'all' };
}
