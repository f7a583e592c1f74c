import { type Json, memberAt, type Path } from '@millrace/schema';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { severalMachines } from '../../jobs/several-machines.js';
import { admitsTraffic, type Traffic } from '../../platform/admits-traffic.js';
import { bestAnswer } from '../../platform/best-answer.js';
import { securityGroupRules, type TrafficDirection } from '../../platform/security-group-rules.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { embeddedDefinitions } from '../../template/embedded-definitions.js';
import { namedResources } from '../../template/named-resources.js';
import type { TemplateContext } from '../../template/template-context.js';
import type { TemplateResource } from '../../template/template-resource.js';
import { type Answer, judgeValue } from '../../values/judge-value.js';

/** What encrypted traffic between machines is made of: the exchange of keys, and IPsec. */
const ENCRYPTED: readonly Traffic[] = [
  { called: 'UDP 500', protocols: ['udp', '17'], port: 500 },
  { called: 'protocol 50 (ESP)', protocols: ['50', 'esp'] },
];

const DIRECTIONS: readonly TrafficDirection[] = ['inbound', 'outbound'];

/** The security groups of a job whose machines encrypt what they send each other. */
interface JobGroups {
  readonly path: Path;
  readonly groups: readonly TemplateResource[];
  /** Whether it has groups besides that are none of the template. */
  readonly hasOthers: boolean;
}

/** MR-NET-006 */
export const machinesReachEachOther = defineRule({
  id: 'MR-NET-006',
  profiles: { regulated: 'warning' },
  title: 'security groups let machines of one job exchange encrypted traffic',
  checks:
    'In templates. Of each job in a definition there that may have several machines and that encrypts what they send each other (EnableInterContainerTrafficEncryption): its security groups, as far as they are resources of the template, have inbound and outbound rules for members of the same groups that admit UDP 500 and protocol 50 (ESP).',
  why: 'The machines cannot agree on keys or exchange anything: the job waits, is paid for, and fails.',
  fix: {
    kind: 'none',
    how: 'add rules with the group itself as source and as destination for UDP 500 and protocol 50, or for all traffic (in the CDK: connections.allowInternally)',
  },
  source:
    'SageMaker developer guide, train-encrypt: inbound and outbound rules for UDP 500 and ESP 50 with the group itself; CloudFormation, AWS::EC2::SecurityGroup: without outbound rules everything may go out',
  template: {
    subjects: groupsOfJobs,
    judge: function* (job, context) {
      for (const direction of DIRECTIONS) {
        for (const traffic of ENCRYPTED) {
          const what = `let machines of a job exchange ${traffic.called}`;
          yield* tell(admits(job, { direction, traffic }, context), {
            path: job.path,
            violated: `its ${direction} rules do not ${what}`,
            unknown: `its ${direction} rules may not ${what}`,
          });
        }
      }
    },
  },
});

function groupsOfJobs(context: TemplateContext): readonly JobGroups[] {
  const found = embeddedDefinitions(context).definitions.flatMap(({ context: definition }) =>
    governedJobs(definition)
      .filter((job) => mayEncrypt(job, definition))
      .flatMap((job) => groupsOf(job, context)),
  );
  // Jobs with the same groups are told of once.
  const first = new Map(
    found.map((each) => [each.groups.map(({ logicalId }) => logicalId).join(), each] as const).reverse(),
  );
  return [...first.values()].reverse();
}

function mayEncrypt(job: GovernedJob, definition: PolicyContext): boolean {
  const encrypts = judgeValue(
    definition.read(job.setting('trafficEncryption').value),
    (given) => String(given) === 'true',
  );
  return encrypts.verdict !== 'violated' && severalMachines(job, definition) !== 'violated';
}

function groupsOf(job: GovernedJob, context: TemplateContext): readonly JobGroups[] {
  const ids: Json = memberAt(job.setting('vpc').value, 'SecurityGroupIds') ?? [];
  const named = namedResources(ids, context.symbols.standIns);
  const groups = [...new Set(named)].flatMap((id) => context.resource(id) ?? []).filter(isGroup);
  const [first] = groups;
  const count = Array.isArray(ids) ? ids.length : 1;
  return first === undefined ? [] : [{ path: first.path, groups, hasOthers: count > groups.length }];
}

function isGroup({ type }: TemplateResource): boolean {
  return type === 'AWS::EC2::SecurityGroup';
}

interface Wanted {
  readonly direction: TrafficDirection;
  readonly traffic: Traffic;
}

function admits({ groups, hasOthers }: JobGroups, { direction, traffic }: Wanted, context: TemplateContext): Answer {
  const answers = groups
    .flatMap((group) => securityGroupRules(group, direction, context))
    .map((rule) => ({
      verdict: admitsTraffic(rule, { traffic, between: groups }, context),
      because: 'no one can say whether one of its rules does',
    }));
  const none: Answer = { verdict: 'violated', because: 'it has no such rule' };
  const { verdict, because } = bestAnswer(answers, none);
  if (verdict !== 'violated') return { verdict, because };
  return hasOthers ? { verdict: 'unknown', because: 'another group of the job may do it' } : none;
}
