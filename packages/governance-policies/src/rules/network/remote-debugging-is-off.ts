import { z } from 'zod';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-NET-008 */
export const remoteDebuggingIsOff = defineRule({
  id: 'MR-NET-008',
  profiles: { baseline: 'error' },
  title: 'training containers are open for remote debugging in development only',
  checks: 'RemoteDebugConfig.EnableRemoteDebug is not true, unless the environment is one of "development".',
  why: 'Remote debugging opens a shell in the running container through Systems Manager, with the role and the data of the job.',
  fix: { kind: 'safe', how: 'set EnableRemoteDebug to false, or remove RemoteDebugConfig' },
  source: 'SageMaker developer guide, train-remote-debugging; condition key sagemaker:EnableRemoteDebug',
  options: z.strictObject({
    development: z.array(z.string()).default(['dev']).describe('Names of the environments in which it is allowed.'),
  }),
  subjects: (context, { development }) =>
    development.includes(context.environment?.name ?? '')
      ? []
      : governedJobs(context).filter(({ form }) => form === 'training'),
  judge: function* (job, context) {
    const { value, path } = job.member(['RemoteDebugConfig', 'EnableRemoteDebug']);
    const answer = judgeValue(context.read(value), (given) => given !== true && given !== 'true');
    yield* tell(answer, {
      path,
      edits: editsThatSet(path, false),
      violated: 'its container is open for remote debugging',
      unknown: 'its container may be open for remote debugging',
    });
  },
});
