import { SageMakerPipelineChecks } from '@millrace/governance-policies/cdk-nag';
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import { acknowledge } from '../../src/index.js';
import { type Example, examples } from '../examples/index.js';
import { findInTree } from './find-in-tree.js';
import { judgeAcknowledgements } from './judge-acknowledgements.js';
import { listAcknowledgements } from './list-acknowledgements.js';
import { makeTree, makeTreeWithoutAcknowledgements } from './make-tree.js';

/** What every pack must complain of: may do anything, and keeps data in the open. */
const canary: Pick<Example, 'make'> = {
  make(app) {
    const stack = new Stack(app, 'Canary');
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
    new s3.CfnBucket(stack, 'Bucket');
    return stack;
  },
};

describe('the packs are awake', () => {
  const rulesOf = (findings: ReturnType<typeof findInTree>) => findings.map(({ rule }) => rule);

  test('a policy that allows everything, and an open bucket, are found by each of the four', async () => {
    const rules = rulesOf(findInTree(await makeTree(canary)));
    expect(rules).toEqual(
      expect.arrayContaining([
        ...['AwsSolutions-IAM5[Action::*]', 'AwsSolutions-IAM5[Resource::*]', 'AwsSolutions-S1', 'AwsSolutions-S10'],
        ...['NIST.800.53.R5', 'HIPAA.Security', 'PCI.DSS.321'].flatMap((pack) => [
          `${pack}-IAMPolicyNoStatementsWithAdminAccess`,
          `${pack}-S3BucketLoggingEnabled`,
        ]),
      ]),
    );
    expect(rules).toHaveLength(34);
  });

  test('an acknowledgement silences its finding alone, and is seen when acknowledgements are off', async () => {
    const id = 'AwsSolutions-IAM5[Action::*]';
    const acknowledged: Pick<Example, 'make'> = {
      async make(app) {
        const stack = await canary.make(app);
        acknowledge(stack.node.findChild('Role'), { id, reason: 'The canary of the rule packs allows everything.' });
        return stack;
      },
    };
    const all = rulesOf(findInTree(await makeTree(canary)));
    const tree = await makeTree(acknowledged);
    expect(rulesOf(findInTree(tree))).toEqual(all.filter((rule) => rule !== id));
    expect(listAcknowledgements(tree).map((each) => each.id)).toEqual([id]);
    expect(rulesOf(findInTree(await makeTreeWithoutAcknowledgements(acknowledged)))).toEqual(all);
  });
});

describe.each(examples)('$name', (example) => {
  test('the four packs find nothing that is not acknowledged', async () => {
    expect(findInTree(await makeTree(example))).toEqual([]);
  });

  test('every acknowledgement names one finding that there is, and says why', async () => {
    const findings = findInTree(await makeTreeWithoutAcknowledgements(example));
    expect(judgeAcknowledgements(listAcknowledgements(await makeTree(example)), findings)).toEqual([]);
  });

  test('the pack of Millrace finds nothing in pipelines, unless their definition is too long for a template', async () => {
    const { violations } = new SageMakerPipelineChecks().validateScope(await makeTree(example));
    expect(violations.filter(({ ruleName }) => ruleName !== 'MR-unseen-definition')).toEqual([]);
  });

  test('no rule gives up on a value that it cannot read', async () => {
    const findings = findInTree(await makeTreeWithoutAcknowledgements(example));
    expect(findings.filter(({ description }) => description.startsWith('Rule threw'))).toEqual([]);
  });
});
