import { lifecycleRulesOf } from '@millrace/compiler';
import { projectConfigSchema, SourceNumber } from '@millrace/schema';
import { expect, it } from 'vitest';
import { PipelineSource } from '../pipeline-source/pipeline-source.js';
import { inEnvironment } from './in-environment.js';
import { projectEnvironments } from './project-environment.js';

const spec = {
  projectName: 'churn',
  prodAccountId: '222222222222',
  pipeline: {
    artifacts: { reports: { expireAfter: '9d' } },
    steps: [{ name: 'Stop', type: 'Fail', fail: { message: 'no' } }],
  },
};

async function deployed(config: object) {
  const { pipeline } = await PipelineSource.fromSpec(spec);
  const environments = { dev: { region: 'eu-west-1', ...config } };
  const [environment] = projectEnvironments(projectConfigSchema.parse({ environments }), '/churn');
  if (environment === undefined) throw new Error('there is one');
  return inEnvironment(pipeline, { environment, consumers: ['222222222222', '333333333333'] });
}

it('adds the consumers and the buckets of the config to those of the spec, each once', async () => {
  const { platform } = (await deployed({ buckets: { read: ['acme-lake'] } })).settings;
  expect(platform.consumerAccounts).toEqual(['222222222222', '333333333333']);
  expect(platform.additionalReadBuckets).toEqual(['acme-lake']);
});

it('keeps artifacts as long as the config says, unless the spec says otherwise', async () => {
  const [runs, models, reports] = [14, 60, 30].map((days) => new SourceNumber(String(days)));
  const pipeline = await deployed({ retention: { runs, models, reports, checkpoints: 'keep' } });
  const rules = lifecycleRulesOf(pipeline, 'dev');
  const ruleOf = (area: string) => rules.find(({ id }) => id === `churn-sm-pipeline-dev-${area}`);
  expect(ruleOf('runs')).toMatchObject({ expireAfterDays: 14 });
  expect(ruleOf('models')).toMatchObject({ expireAfterDays: 60 });
  expect(ruleOf('models')).not.toHaveProperty('infrequentAccessAfterDays');
  expect(ruleOf('reports')).toMatchObject({ expireAfterDays: 9 });
  expect(ruleOf('checkpoints') ?? {}).not.toHaveProperty('expireAfterDays');
});
