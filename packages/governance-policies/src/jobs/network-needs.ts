import { listAt } from '@millrace/schema';
import type { ScriptFile } from '../rule/local-scripts.js';
import type { PolicyContext } from '../rule/policy-context.js';
import type { GovernedJob } from './governed-job.js';
import { scriptedJobs } from './scripted-jobs.js';

/** Libraries that are of no use without a network. */
const NETWORKED =
  /^[ \t]*(?:import|from)[ \t]+(boto3|botocore|requests|urllib3|urllib\.request|httpx|aiohttp|s3fs|awswrangler|sagemaker)\b/m;

const INSTALLS = /\bpip3?['", ]+install\b|\bconda['", ]+install\b|\bapt(?:-get)?['", ]+install\b/;

/** Why a job cannot do without a network, as far as its command and its local scripts say: `train.py imports boto3`. */
export function networkNeeds(job: GovernedJob, context: PolicyContext): readonly string[] {
  const command = INSTALLS.test(commandOf(job)) ? ['its command installs packages'] : [];
  const scripts = filesOf(job, context).flatMap((file) => {
    const need = needOf(file);
    return need === undefined ? [] : [`${file.path} ${need}`];
  });
  return [...command, ...scripts];
}

function filesOf(job: GovernedJob, context: PolicyContext): readonly ScriptFile[] {
  return scriptedJobs(context).find((each) => each.job === job)?.files ?? [];
}

function commandOf({ request }: GovernedJob): string {
  const parts = ['AppSpecification', 'AlgorithmSpecification'].flatMap((holder) =>
    ['ContainerEntrypoint', 'ContainerArguments'].flatMap((member) => listAt(request, holder, member)),
  );
  return parts.filter((part) => typeof part === 'string').join(' ');
}

function needOf({ path, text }: ScriptFile): string | undefined {
  if (/(?:^|\/)requirements\.txt$/.test(path))
    return /^\s*[^#\s]/m.test(text) ? 'names packages to install' : undefined;
  if (INSTALLS.test(text)) return 'installs packages';
  const library = NETWORKED.exec(text)?.[1];
  return library === undefined ? undefined : `imports ${library}`;
}
