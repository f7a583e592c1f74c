import { clusters } from '../../jobs/clusters.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';
import { matchesPattern } from '../../values/matches-pattern.js';

/** MR-CST-001 */
export const machinesAreAllowed = defineRule({
  id: 'MR-CST-001',
  profiles: { cost: 'error' },
  title: 'machines are of types that the environment allows',
  checks:
    'Instance types of jobs and endpoints against "allowedInstances:" of the environment; without a list there is nothing to compare with.',
  why: 'One wrong letter in an instance type costs a hundred times as much, and nobody sees it before the bill.',
  fix: { kind: 'none', how: 'choose an allowed type, or add this one to "allowedInstances:" of the environment' },
  source: 'Well-Architected ML Lens MLCOST-09; condition key sagemaker:InstanceTypes',
  subjects: (context) => (context.environment?.config.allowedInstances === undefined ? [] : clusters(context)),
  judge: function* ({ instanceType: { value, path } }, context) {
    const { name, config } = context.environment ?? {};
    const answer = judgeValue(context.read(value), (given) =>
      (config?.allowedInstances ?? []).some((pattern) => matchesPattern(String(given), pattern)),
    );
    yield* tell(answer, {
      path,
      violated: `the environment "${name}" does not allow this machine`,
      unknown: `the environment "${name}" may not allow this machine`,
      help: `allowed: ${(config?.allowedInstances ?? []).join(', ')}`,
    });
  },
});
