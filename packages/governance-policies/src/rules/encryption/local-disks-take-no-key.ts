import { hasLocalStorage } from '@millrace/schema';
import { clustersOf } from '../../jobs/clusters.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-KMS-003 */
export const localDisksTakeNoKey = defineRule({
  id: 'MR-KMS-003',
  profiles: { baseline: 'error' },
  title: 'machines with disks of their own are given no key for volumes',
  checks:
    'VolumeKmsKeyId, and KmsKeyId of endpoint configurations, beside instance types with local storage: g4dn, g5, g6, p4d, p5, trn1, families with a "d" such as m5d.',
  why: 'SageMaker refuses the job: such disks are encrypted by the hardware with keys that nobody can choose. A definition passes every check and fails on the first run on a GPU.',
  fix: { kind: 'safe', how: 'remove the key for volumes from this job' },
  source:
    'ResourceConfig, VolumeKmsKeyId: "You can\'t request a VolumeKmsKeyId when using an instance type with local storage"',
  subjects: (context) =>
    governedJobs(context).filter((job) => job.has('volumeKey') && job.setting('volumeKey').value !== undefined),
  judge: function* (job, context) {
    const { path } = job.setting('volumeKey');
    for (const { instanceType } of clustersOf(job)) {
      const answer = judgeValue(context.read(instanceType.value), (given) => !hasLocalStorage(String(given)));
      yield* tell(answer, {
        path,
        edits: [{ path, remove: true }],
        violated: 'a key is given for the disks of the host, which take none',
        unknown: 'a key is given, and the machine may have disks that take none',
        related: [{ message: 'the machine', path: instanceType.path }],
      });
    }
  },
});
