import { checkDefinitionText } from '@millrace/compiler';
import {
  checkDefinitionPolicies,
  type FixKind,
  GOVERNANCE_RULES,
  type PolicyEnvironment,
  policyOf,
} from '@millrace/governance-policies';
import { expectLawfulFixes } from '@millrace/governance-policies/testing';
import { judge, type Trial, type Verdict } from './verdict.js';

const policy = policyOf({ rules: GOVERNANCE_RULES, profiles: ['regulated', 'cost'] }).value ?? [];

/** One that says all that a fix may want to know, and none. */
const ENVIRONMENTS: readonly (PolicyEnvironment | undefined)[] = [
  undefined,
  {
    name: 'dev',
    config: {
      account: '111122223333',
      region: 'us-east-1',
      vpc: { subnetIds: ['subnet-0c', 'subnet-0d'], securityGroupIds: ['sg-02'] },
      buckets: { pipeline: 'mine-of-dev' },
      values: {
        kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/0a',
        jobRoleArn: 'arn:aws:iam::111122223333:role/job',
        pipelineRoleArn: 'arn:aws:iam::111122223333:role/pipeline',
      },
    },
  },
];

const KINDS: readonly (readonly FixKind[])[] = [['safe'], ['safe', 'suggested']];

/** The laws of fixes, for any definition that can be worked with. */
export function judgeFixes(text: string): Promise<Verdict> {
  return judge(text, fix);
}

async function fix(text: string): Promise<Trial> {
  const { value, diagnostics } = await checkDefinitionText({ file: 'mutant.json', text });
  if (value === undefined) return { accepted: false, diagnostics };
  for (const environment of ENVIRONMENTS) {
    for (const kinds of KINDS) {
      const check = (each: typeof value.definition) => checkDefinitionPolicies(each, { policy, environment });
      await expectLawfulFixes(value.definition, check, kinds);
    }
  }
  return { accepted: true, diagnostics };
}
