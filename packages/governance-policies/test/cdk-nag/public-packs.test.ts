import { App, Stack } from 'aws-cdk-lib';
import { CfnNotebookInstance } from 'aws-cdk-lib/aws-sagemaker';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  type NagPack,
  NIST80053R4Checks,
  NIST80053R5Checks,
  PCIDSS321Checks,
  ServerlessChecks,
} from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { expect, test } from 'vitest';
import { PoisonedStack } from '../../../../examples/cdk/poisoned-stack.js';
import { SageMakerPipelineChecks } from '../../src/cdk-nag/index.js';

const PUBLIC: readonly (new () => NagPack)[] = [
  ...[AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R4Checks],
  ...[NIST80053R5Checks, PCIDSS321Checks, ServerlessChecks],
];

/** How often a pack speaks of a resource. */
function count(pack: NagPack, scope: IConstruct): number {
  return pack.validateScope(scope).violations.flatMap(({ violatingResources }) => violatingResources).length;
}

test('the public packs of cdk-nag see nothing in the poisoned stack, and this one a dozen faults', () => {
  const app = new App();
  const { pipeline, group } = new PoisonedStack(app, 'Poisoned');
  const theirs = PUBLIC.map((Pack) => count(new Pack(), app));
  const ours = [pipeline, group].map((each) => count(new SageMakerPipelineChecks(), each));
  const all = ours.reduce((sum, each) => sum + each, 0);
  console.info(`findings in the poisoned stack: the six public packs of cdk-nag ${theirs.join(', ')}; MR ${all}`);
  expect(theirs).toEqual([0, 0, 0, 0, 0, 0]);
  expect(ours[0]).toBeGreaterThanOrEqual(12);
  expect(ours[1]).toBeGreaterThanOrEqual(1);
});

test('the public packs are awake: five of the six see a bare notebook', () => {
  const stack = new Stack(new App(), 'Canary');
  new CfnNotebookInstance(stack, 'Notebook', { instanceType: 'ml.t3.medium', roleArn: 'arn:aws:iam::1:role/x' });
  expect(PUBLIC.map((Pack) => count(new Pack(), stack) > 0)).toEqual([true, true, true, true, true, false]);
});
