import type { ArtifactsSetting } from '@millrace/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectCompiles } from '../testing/expect-compiles.js';
import { BUCKET_LIFECYCLE_RULES, lifecycleRulesOf } from './lifecycle-rules-of.js';
import { platformInputOf } from './platform-input-of.js';

const compile = (artifacts = '', name = 'churn') =>
  expectCompiles(`
projectName: churn
pipelineName: ${name}
pipeline:
  ${artifacts}
  steps: [{ name: T, type: Transform, transform: { modelName: m, instanceType: ml.m5.large, inputDataUri: "s3://some-bucket/x" } }]
`);

it('makes a rule for each prefix of the layout, with the twin of each expiry', async () => {
  const rules = lifecycleRulesOf(await compile(), 'dev');
  expect(rules).toEqual([
    { id: 'churn-dev-runs', prefix: 'dev/churn/runs/', expireAfterDays: 30, noncurrentVersionDays: 7 },
    { id: 'churn-dev-models', prefix: 'dev/churn/models/', infrequentAccessAfterDays: 90 },
    { id: 'churn-dev-checkpoints', prefix: 'dev/churn/checkpoints/', expireAfterDays: 28, noncurrentVersionDays: 7 },
    { id: 'churn-dev-reports', prefix: 'dev/churn/reports/', expireAfterDays: 365, noncurrentVersionDays: 7 },
    { id: 'churn-dev-code', prefix: 'dev/churn/code/', noncurrentVersionDays: 7 },
    {
      id: 'churn-dev-code-retired',
      prefix: 'dev/churn/code/',
      tag: { key: 'millrace:retired', value: 'true' },
      expireAfterDays: 30,
    },
    { id: 'churn-dev-data', prefix: 'dev/churn/data/', noncurrentVersionDays: 30 },
  ]);
  expect(BUCKET_LIFECYCLE_RULES).toEqual([{ id: 'leftovers', abortMultipartAfterDays: 7, expireDeleteMarkers: true }]);
});

it('takes what the spec says of an environment, and leaves a rule out that would do nothing', async () => {
  const artifacts =
    'artifacts: { runs: { expireAfter: 3d }, environments: { prod: { runs: { expireAfter: never }, code: { expireRetiredAfter: never } } } }';
  const pipeline = await compile(artifacts);
  const ids = (environment: string) => lifecycleRulesOf(pipeline, environment).map(({ id }) => id);
  expect(lifecycleRulesOf(pipeline, 'dev')[0]).toMatchObject({ expireAfterDays: 3 });
  expect(ids('prod')).toEqual(['churn-prod-models', 'churn-prod-checkpoints', 'churn-prod-reports', 'churn-prod-data']);
});

it('keeps ids short, and apart', async () => {
  const long = `${'a'.repeat(250)}`;
  const ids = [
    ...lifecycleRulesOf(await compile('', long), 'dev'),
    ...lifecycleRulesOf(await compile('', `${long}b`), 'dev'),
  ].map(({ id }) => id);
  expect(new Set(ids).size).toBe(14);
  expect(ids.every((id) => typeof id === 'string' && id.length <= 255)).toBe(true);
});

const age = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant('never' as const));
// Moves before the expiry, as the form of `artifacts:` demands it.
const retention = fc
  .record({ expireAfter: age, keepReplaced: age }, { requiredKeys: [] })
  .map((each) => ({ ...each, infrequentAccessAfter: 'never' as const }));
const setting: fc.Arbitrary<ArtifactsSetting> = fc.record(
  { runs: retention, models: retention, checkpoints: retention, reports: retention, data: retention },
  { requiredKeys: [] },
);

it('lets nothing go that the author keeps, and leaves nothing behind that he lets go', () => {
  fc.assert(
    fc.property(setting, (artifacts) => {
      const { settings, ...input } = platformInputOf({ Version: '2020-12-01', Steps: [] }, { pipelineName: 'churn' });
      const rules = lifecycleRulesOf({ ...input, settings: { ...settings, artifacts } }, 'dev');
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
      for (const rule of rules) {
        const [, , area = ''] = String(rule.prefix).split('/');
        // The areas of the setting are those of the prefixes.
        const said = artifacts[area as 'runs'];
        expect(rule.prefix).toBe(`dev/churn/${area}/`);
        if (said?.expireAfter === 'never') expect(rule.expireAfterDays).toBeUndefined();
        if (area === 'models' && said?.expireAfter === undefined) expect(rule.expireAfterDays).toBeUndefined();
        if (rule.tag !== undefined || rule.expireAfterDays === undefined) continue;
        const twin = said?.keepReplaced === 'never' ? undefined : (said?.keepReplaced ?? expect.any(Number));
        expect(rule.noncurrentVersionDays).toEqual(twin);
      }
    }),
    { numRuns: 300 },
  );
});
