import { isJsonList, isJsonObject, type Json, type Path } from '@millrace/schema';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { judgeText } from '../../values/judge-value.js';

interface NetworkId {
  readonly id: Json;
  readonly path: Path;
  /** As the project config has them: ids, or `ssm:/PATH`. */
  readonly allowed: readonly string[];
}

/** MR-NET-002 */
export const networksAreThoseOfTheEnvironment = defineRule({
  id: 'MR-NET-002',
  profiles: { regulated: 'error' },
  title: 'subnets and security groups are those of the environment',
  checks:
    'Every id in VpcConfig against "vpc:" of the environment in the project config; without one there is nothing to compare with.',
  why: 'A subnet of somewhere else takes data past the endpoints, flow logs and routes that were reviewed for this environment.',
  fix: { kind: 'none', how: 'use the subnets and security groups that the project config names for the environment' },
  source: 'Well-Architected ML Lens MLSEC-08 (governed environment)',
  subjects: networkIds,
  judge: function* ({ id, path, allowed }, context) {
    const answer = judgeText(context.read(id), (given) => {
      if (allowed.some((each) => given === each || given === `<${each}>` || given === context.deployValue(each)))
        return 'holds';
      return given?.includes('<') || given?.includes('…') ? 'unknown' : 'violated';
    });
    const what = `of the environment "${context.environment?.name}"`;
    yield* tell(answer, { path, violated: `this is no network ${what}`, unknown: `this may be no network ${what}` });
  },
});

function* networkIds(context: PolicyContext): Iterable<NetworkId> {
  const vpc = context.environment?.config.vpc;
  if (vpc === undefined) return;
  for (const job of governedJobs(context)) {
    const { value, path } = job.setting('vpc');
    yield* idsIn(value, [...path, 'Subnets'], vpc.subnetIds);
    yield* idsIn(value, [...path, 'SecurityGroupIds'], vpc.securityGroupIds);
  }
}

function idsIn(vpc: Json | undefined, path: Path, allowed: readonly string[]): readonly NetworkId[] {
  const list = isJsonObject(vpc) ? vpc[String(path.at(-1))] : undefined;
  return isJsonList(list) ? list.map((id, index) => ({ id, path: [...path, index], allowed })) : [];
}
