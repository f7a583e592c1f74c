import { hasLocalStorage } from '@millrace/schema';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { environmentKey } from '../../fixes/environment-key.js';
import { clustersOf } from '../../jobs/clusters.js';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell, unprovable } from '../../rule/tell.js';
import { isSet } from '../../values/is-set.js';
import { judgeValue, type Verdict } from '../../values/judge-value.js';

/** MR-KMS-002 */
export const volumesAreEncryptedWithAKey = defineRule({
  id: 'MR-KMS-002',
  profiles: { regulated: 'error' },
  title: 'volumes of machines without disks of their own are encrypted with a key',
  checks:
    'VolumeKmsKeyId of jobs, and KmsKeyId of endpoint configurations, where no machine has local storage. Disks of the host are encrypted by the hardware and take no key (MR-KMS-003).',
  why: 'Training data lies on these volumes. A key of your own shows in its log who used it, and can be taken away.',
  fix: { kind: 'safe', how: 'set VolumeKmsKeyId to the key of the environment' },
  source: 'Prowler training_jobs_volume_and_output_encryption; condition key sagemaker:VolumeKmsKey',
  subjects: (context) =>
    governedJobs(context).filter((job) => takesVolumes(job) && hasEbsVolume(job, context) !== 'violated'),
  judge: function* (job, context) {
    const { value, ...at } = job.setting('volumeKey');
    const answer = isSet(context.read(value));
    const what = 'encrypted with no key of their own';
    if (answer.verdict === 'violated' && hasEbsVolume(job, context) === 'unknown') {
      yield unprovable(`a start may choose machines whose volumes are ${what}: ${answer.because}`, at);
    } else {
      const key = isBoundToMachines(job, context) ? environmentKey(context) : undefined;
      yield* tell(answer, {
        ...at,
        edits: editsThatSet(at.place, key),
        violated: `its volumes are ${what}`,
        unknown: `its volumes may be ${what}`,
      });
    }
  },
});

function takesVolumes(job: GovernedJob): boolean {
  // AutoML chooses its machines itself; an endpoint configuration without machines is serverless.
  return job.has('volumeKey') && (job.form === 'autoML' || clustersOf(job).length > 0);
}

/** Whether no start can choose other machines: on one with disks of its own a job with a key is refused. */
function isBoundToMachines(job: GovernedJob, context: PolicyContext): boolean {
  return clustersOf(job).every(({ instanceType }) => {
    const type = context.read(instanceType.value);
    return type.kind === 'literal' || (type.kind === 'parameter' && type.parameter.allowed !== undefined);
  });
}

/** Holds where all machines have volumes of EBS; violated where one surely has disks of its own. */
function hasEbsVolume(job: GovernedJob, context: PolicyContext): Verdict {
  const verdicts = clustersOf(job).map(
    ({ instanceType }) =>
      judgeValue(context.read(instanceType.value), (given) => !hasLocalStorage(String(given))).verdict,
  );
  if (verdicts.includes('violated')) return 'violated';
  return verdicts.includes('unknown') ? 'unknown' : 'holds';
}
