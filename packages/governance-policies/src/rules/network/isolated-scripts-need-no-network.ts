import { listAt } from '@millrace/schema';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { scriptedJobs } from '../../jobs/scripted-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { ScriptFile } from '../../rule/local-scripts.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** Libraries that are of no use without a network. */
const NETWORKED =
  /^[ \t]*(?:import|from)[ \t]+(boto3|botocore|requests|urllib3|urllib\.request|httpx|aiohttp|s3fs|awswrangler|sagemaker)\b/m;

const INSTALLS = /\bpip3?['", ]+install\b|\bconda['", ]+install\b|\bapt(?:-get)?['", ]+install\b/;

/** MR-NET-004 */
export const isolatedScriptsNeedNoNetwork = defineRule({
  id: 'MR-NET-004',
  profiles: { baseline: 'warning' },
  title: 'scripts of isolated containers need no network',
  checks:
    'Where EnableNetworkIsolation is true: commands, and local scripts where they are at hand, import no library that calls AWS or the internet, install nothing, and bring no requirements.txt.',
  why: 'An isolated container has neither network nor credentials. The job starts, is billed, and fails at the first call, or while it installs what requirements.txt names.',
  fix: { kind: 'none', how: 'bring data by inputs and packages in the image, or switch isolation off for this step' },
  source:
    'SageMaker developer guide, mkt-algo-model-internet-free; SageMaker training toolkit (installs requirements.txt at the start)',
  subjects: isolatedJobs,
  judge: function* (job, context) {
    const { path } = job.setting('isolation');
    const command = commandOf(job);
    if (INSTALLS.test(command))
      yield violation('its container is isolated, and its command installs packages', { path });
    for (const file of filesOf(job, context)) {
      const need = needOf(file);
      if (need !== undefined) yield violation(`its container is isolated, and ${file.path} ${need}`, { path });
    }
  },
});

function isolatedJobs(context: PolicyContext): readonly GovernedJob[] {
  return governedJobs(context).filter((job) => {
    const { value } = job.setting('isolation');
    return judgeValue(context.read(value), (given) => given === true || given === 'true').verdict === 'holds';
  });
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
