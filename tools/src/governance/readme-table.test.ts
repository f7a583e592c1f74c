import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SageMakerPipelineChecks } from '@millrace/governance-policies/cdk-nag';
import { App } from 'aws-cdk-lib';
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
import { PoisonedStack } from '../../../examples/cdk/poisoned-stack.js';
import { repositoryRoot } from '../repository.js';

const PACKS: Readonly<Record<string, new () => NagPack>> = {
  'cdk-nag AwsSolutions': AwsSolutionsChecks,
  'cdk-nag HIPAA.Security': HIPAASecurityChecks,
  'cdk-nag NIST.800.53.R4': NIST80053R4Checks,
  'cdk-nag NIST.800.53.R5': NIST80053R5Checks,
  'cdk-nag PCI.DSS.321': PCIDSS321Checks,
  'cdk-nag Serverless': ServerlessChecks,
  '**Millrace**, profile `baseline`': SageMakerPipelineChecks,
};

function findings(Pack: new () => NagPack, scope: IConstruct): number {
  return new Pack().validateScope(scope).violations.flatMap(({ violatingResources }) => violatingResources).length;
}

test('the README shows what packs find in the poisoned stack', () => {
  const { pipeline, group } = new PoisonedStack(new App(), 'Poisoned');
  const rows = Object.entries(PACKS).map(
    ([name, Pack]) => `| ${name} | ${findings(Pack, pipeline)} | ${findings(Pack, group)} |`,
  );
  const table = ['| rule pack | findings in the pipeline | in the model package group |', '|---|---|---|', ...rows];
  expect(readFileSync(join(repositoryRoot, 'README.md'), 'utf8')).toContain(table.join('\n'));
});
