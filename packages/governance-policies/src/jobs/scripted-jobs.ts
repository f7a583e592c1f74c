import { deployValueNameOf, type Path, walkJson } from '@millrace/schema';
import type { ScriptFile } from '../rule/local-scripts.js';
import type { PolicyContext } from '../rule/policy-context.js';
import type { GovernedJob } from './governed-job.js';
import { governedJobs } from './governed-jobs.js';

/** A job with the local scripts that it names. */
export interface ScriptedJob {
  readonly job: GovernedJob;
  readonly files: readonly ScriptFile[];
  /** Where the scripts are named first. */
  readonly path: Path;
}

/** The jobs whose scripts are at hand. */
export function scriptedJobs(context: PolicyContext): readonly ScriptedJob[] {
  return context.scripts.size === 0 ? [] : context.once(collect);
}

function collect(context: PolicyContext): readonly ScriptedJob[] {
  return governedJobs(context).flatMap((job) => {
    const found: { path: Path; files: readonly ScriptFile[] }[] = [];
    walkJson(job.request, job.path, (value, place) => {
      const scripts = context.scripts.get(deployValueNameOf(value) ?? '');
      if (scripts !== undefined) found.push({ path: place.toPath(), files: scripts.files });
    });
    const [first] = found;
    // The same scripts may be named twice, for the container and for its command.
    const files = [...new Set(found.flatMap((each) => each.files))];
    return first === undefined ? [] : [{ job, files, path: first.path }];
  });
}
