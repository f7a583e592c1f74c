import { readFileSync } from 'node:fs';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { app } from '../../../../examples/cdk/main.js';

const root = new URL('../../../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8');

test('the guide shows the example as it is', () => {
  expect(textOf('docs/guide/deploying-with-cdk.md')).toContain(`\`\`\`ts\n${textOf('examples/cdk/main.ts')}\`\`\``);
});

test('the example deploys the pipeline in one account, and lets the other one run its models', () => {
  const [ml, prod] = app.synth().stacks.map(({ template }) => Template.fromJSON(template));
  ml?.hasResourceProperties('AWS::SageMaker::Pipeline', { PipelineName: 'churn-sm-pipeline' });
  ml?.hasResourceProperties('AWS::SageMaker::ModelPackageGroup', {
    ModelPackageGroupName: 'churn',
    ModelPackageGroupPolicy: Match.objectLike({ Statement: Match.anyValue() }),
  });
  prod?.resourceCountIs('AWS::IAM::Role', 1);
});
