import { readFileSync } from 'node:fs';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { app } from '../../../../examples/cdk/main.js';
import { app as sources } from '../../../../examples/cdk/sources.js';

const root = new URL('../../../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8');

test.each(['main', 'sources'])('the guide shows the example %s as it is', (name) => {
  const code = textOf(`examples/cdk/${name}.ts`);
  expect(textOf('docs/guide/deploying-with-cdk.md')).toContain(`\`\`\`ts\n${code}\`\`\``);
});

test('the example of sources deploys a spec that is an object, and a definition of somebody else', () => {
  const [template] = sources.synth().stacks.map((stack) => Template.fromJSON(stack.template));
  const names = Object.values(template?.findResources('AWS::SageMaker::Pipeline') ?? {});
  expect(names.map(({ Properties }) => Properties.PipelineName)).toEqual(['scores-sm-pipeline', 'theirs']);
  expect(JSON.stringify(names[0])).toContain('{"Fn::ImportValue":"JobGroup"}');
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
