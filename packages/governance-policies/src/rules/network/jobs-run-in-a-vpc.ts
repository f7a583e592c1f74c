import type { Path } from '@millrace/schema';
import { isJsonList, isJsonObject, type Json } from '@millrace/schema';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { environmentNetwork } from '../../fixes/environment-network.js';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';

/** Two zones, so that a job still starts when one has no capacity. */
const FEWEST_SUBNETS = 2;

/** MR-NET-001 */
export const jobsRunInAVpc = defineRule({
  id: 'MR-NET-001',
  profiles: { regulated: 'error' },
  title: 'jobs and models run in a VPC, in two subnets or more',
  checks:
    'VpcConfig of Processing, Training, Tuning, AutoML and Model steps: two different subnets, one security group.',
  why: 'Outside a VPC a container reaches the internet and S3 on public ways that no security group, endpoint policy or flow log sees. With one subnet a job waits when that zone has no capacity.',
  fix: {
    kind: 'safe',
    how: 'set VpcConfig to the private subnets and the security groups of the environment (in a spec: "network:")',
  },
  source: 'Security Hub SageMaker.2 by analogy; Prowler training_jobs_vpc; condition key sagemaker:VpcSubnets',
  subjects: (context) => governedJobs(context).filter((job) => job.has('vpc')),
  judge: function* (job, context) {
    const { value, path, place } = job.setting('vpc');
    const edits = networkEdits(place, context);
    if (value === undefined) {
      const all = edits.length === 0 ? [] : [...edits, ...encryptionEdits(job)];
      yield violation('it runs in no VPC: nothing is given for VpcConfig', { path, place, edits: all });
      return;
    }
    const subnets = differentItems(value, 'Subnets');
    if (subnets < FEWEST_SUBNETS) {
      yield violation(
        `its VPC has ${subnets === 1 ? 'one subnet' : 'no subnets'}, and ${FEWEST_SUBNETS} or more are wanted`,
        { path, place: [...place, 'Subnets'], edits },
      );
    }
    if (differentItems(value, 'SecurityGroupIds') === 0) {
      yield violation('its VPC has no security group', { path, place: [...place, 'SecurityGroupIds'], edits });
    }
  },
});

/** Always both lists: security groups belong to one VPC, and subnets of another one do not go with them. */
function networkEdits(vpc: Path, context: PolicyContext): readonly DefinitionEdit[] {
  const network = environmentNetwork(context);
  if (network === undefined || differentItems({ ...network }, 'Subnets') < FEWEST_SUBNETS) return [];
  return Object.entries(network).flatMap(([member, ids]) => editsThatSet([...vpc, member], ids));
}

/** As "network" of a spec has it: in a VPC what machines send each other is encrypted, unless somebody says otherwise. */
function encryptionEdits(job: GovernedJob): readonly DefinitionEdit[] {
  if (!job.has('trafficEncryption')) return [];
  const { value, place } = job.setting('trafficEncryption');
  return value === undefined ? editsThatSet(place, true) : [];
}

/** Deploy values stand for single items, never for a list, so items can be counted before deployment. */
function differentItems(vpc: Json, member: string): number {
  const list = isJsonObject(vpc) ? vpc[member] : undefined;
  return isJsonList(list) ? new Set(list.map((each) => JSON.stringify(each))).size : 0;
}
