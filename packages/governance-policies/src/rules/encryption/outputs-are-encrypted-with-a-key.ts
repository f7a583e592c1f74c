import { listAt } from '@millrace/schema';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { environmentKey } from '../../fixes/environment-key.js';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { hasHolder } from '../../jobs/has-holder.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { isSet } from '../../values/is-set.js';

/** MR-KMS-001 */
export const outputsAreEncryptedWithAKey = defineRule({
  id: 'MR-KMS-001',
  profiles: { baseline: 'error' },
  title: 'outputs of jobs are encrypted with a key of their own',
  checks:
    'KmsKeyId of ProcessingOutputConfig, OutputDataConfig and TransformOutput; of check steps too. Processing jobs without outputs need none.',
  why: "Without a key SageMaker uses AWS's key for S3, whose policy nobody can edit: no other account can read the artifact, so that a model cannot be deployed across accounts, and access cannot be taken away by the key.",
  fix: {
    kind: 'safe',
    how: 'set KmsKeyId to the key of the environment (a spec does so unless "kmsKeyArn: none" stands there)',
  },
  source:
    'CreateTrainingJob, OutputDataConfig; condition key sagemaker:OutputKmsKey; Prowler training_jobs_volume_and_output_encryption',
  subjects: (context) => governedJobs(context).filter(writesOutputs),
  judge: function* (job, context) {
    const { value, ...at } = job.setting('outputKey');
    const what = 'encrypted with no key of its own';
    yield* tell(isSet(context.read(value)), {
      ...at,
      edits: hasHolder(at) ? editsThatSet(at.place, environmentKey(context)) : [],
      violated: `its output is ${what}`,
      unknown: `its output may be ${what}`,
    });
  },
});

function writesOutputs(job: GovernedJob): boolean {
  if (!job.has('outputKey')) return false;
  return job.form !== 'processing' || listAt(job.request, 'ProcessingOutputConfig', 'Outputs').length > 0;
}
