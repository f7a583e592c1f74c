import { checkTemplatePolicies, GOVERNANCE_RULES, policyOf } from '@millrace/governance-policies';
import { App, type Environment, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test, vi } from 'vitest';
import { CarefulStack, CarelessStack } from './hand-written-stacks.js';

const ENVIRONMENTS: readonly [string, Environment][] = [
  ['without an environment', {}],
  ['for an environment', { account: '111111111111', region: 'eu-west-1' }],
];

/** What the rules say of the resources of a stack: the rule and the resource, each once. */
function findings(make: (app: App) => Stack): readonly string[] {
  const policy = policyOf({ rules: GOVERNANCE_RULES, profiles: ['regulated'] }).value ?? [];
  const template = Template.fromStack(make(new App({ analyticsReporting: false })));
  const { findings: found } = checkTemplatePolicies(template.toJSON(), { policy });
  const ofResources = found.filter(({ definitionPath: [first] }) => first === 'Resources');
  return [...new Set(ofResources.map(({ rule, construct }) => `${rule} ${withoutHash(construct)}`))];
}

/** Tests get no paths of constructs, but logical ids, which the CDK makes of a name and a hash. */
function withoutHash(construct = ''): string {
  return construct.replace(/[0-9A-F]{8}$/, '');
}

// The CDK takes its time to start.
vi.setConfig({ testTimeout: 60_000 });

describe.each(ENVIRONMENTS)('a stack that somebody wrote by hand, %s', (_, env) => {
  test('is told what is wrong around its pipeline, and nothing of what has nothing to do with it', () => {
    expect([...findings((app) => new CarelessStack(app, 'Careless', env))].sort()).toEqual([
      'MR-IAM-003 Role',
      'MR-IAM-004 RoleDefaultPolicy',
      'MR-IAM-005 Role',
      'MR-IAM-006 BucketPolicy',
      'MR-IAM-008 Group',
      'MR-IAM-008 Key',
      'MR-NET-006 Jobs',
      'MR-REG-007 Group',
      'MR-S3-004 Bucket',
      'MR-S3-006 Bucket',
      'MR-S3-006 RoleDefaultPolicy',
      'MR-S3-007 BucketPolicy',
    ]);
  });

  test('is told nothing where nothing is wrong', () => {
    expect(findings((app) => new CarefulStack(app, 'Careful', env))).toEqual([]);
  });
});
