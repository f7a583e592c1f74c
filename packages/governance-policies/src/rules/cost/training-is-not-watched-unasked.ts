import { isJsonList } from '@millrace/schema';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';

/** Members that start processing jobs of the debugger, or write data that nobody asked for. */
const WATCHERS = ['DebugHookConfig', 'DebugRuleConfigurations', 'ProfilerRuleConfigurations'];

/** MR-CST-007 */
export const trainingIsNotWatchedUnasked = defineRule({
  id: 'MR-CST-007',
  profiles: { cost: 'warning' },
  title: 'the debugger and the profiler are off',
  checks:
    'DebugHookConfig, DebugRuleConfigurations and ProfilerRuleConfigurations of training jobs are absent or empty, and ProfilerConfig is absent or disables the profiler.',
  why: 'The SageMaker SDK adds them by itself: rules start further jobs beside each training job, the hook writes tensors to S3, and both belong to the key of the cache, which then misses.',
  fix: {
    kind: 'safe',
    how: 'remove these members, or set ProfilerConfig to {"DisableProfiler": true}; switch the rule off where they are wanted',
  },
  source: 'Pull request 2790 of the SageMaker Python SDK; SageMaker developer guide, train-debugger',
  subjects: (context) => governedJobs(context).filter(({ form }) => form === 'training'),
  judge: function* (job) {
    for (const member of WATCHERS) {
      const { value, path } = job.member([member]);
      if (value !== undefined && !(isJsonList(value) && value.length === 0)) {
        yield violation(`it is watched by ${member}`, { path, edits: [{ path, remove: true }] });
      }
    }
    const profiler = job.member(['ProfilerConfig']);
    if (profiler.value !== undefined && job.member(['ProfilerConfig', 'DisableProfiler']).value !== true) {
      const { path } = profiler;
      yield violation('it is watched by ProfilerConfig', { path, edits: [{ path, value: { DisableProfiler: true } }] });
    }
  },
});
