import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEnvironment } from '@millrace/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProjectConfig } from './find-project-config.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-config-'));
  mkdirSync(join(folder, 'models/churn'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const find = () => findProjectConfig(join(folder, 'models/churn'));
const write = (text: string, name = 'project.config.yaml') => writeFileSync(join(folder, name), text);

it('walks up to the nearest config', () => {
  write('environments:\n  dev:\n    values: { bucket: b }\n    data: { "s3://b/x": data/x }\n');
  const { value } = find();
  expect(value?.folder).toBe(folder);
  expect(value?.document?.rangeOf(['environments', 'dev', 'values'], 'key').start).toEqual({ line: 3, column: 5 });
  expect(value?.config.environments['dev']).toMatchObject({ values: { bucket: 'b' }, data: { 's3://b/x': 'data/x' } });
});

it('does without a config', () => {
  expect(find()).toEqual({
    value: { folder: undefined, config: { environments: {} }, document: undefined },
    diagnostics: [],
  });
});

it('says that TypeScript is not supported yet', () => {
  write('export default {}', 'project.config.ts');
  expect(find()).toMatchObject({
    value: { folder },
    diagnostics: [{ code: 'project/config-not-readable-yet', severity: 'warning' }],
  });
});

it('places every fault, with the key that was meant', () => {
  write(
    'enviroments: {}\nenvironments:\n  Dev: {}\n  dev:\n    account: 000000000012\n    values: { buckett: b }\n    data: 3\n',
  );
  const said = find().diagnostics.map(({ range, message }) => `${range?.start.line}:${range?.start.column} ${message}`);
  expect(said.sort()).toEqual([
    '1:1 project config, enviroments: "enviroments" is not a key here; did you mean "environments"?',
    '3:3 project config, environments.Dev: the name of an environment begins with a lower-case letter; then lower-case letters, digits and "-"',
    '5:14 project config, environments.dev.account: expected text, but this is a number: quote it: "000000000012"',
    '6:15 project config, environments.dev.values.buckett: "buckett" is no deploy value; did you mean "bucket"?',
    '7:11 project config, environments.dev.data: expected a map of S3 URIs to paths',
  ]);
});

it('reads all that an environment can say, and places what is wrong with it', () => {
  write(`
owners: [ml-platform]
packs: [baseline]
environments:
  prod:
    account: "123456789012"
    region: cn-north-1
    vpc: { vpcId: vpc-0a, subnetIds: [subnet-1, ssm:/net/b], securityGroupIds: [sg-1] }
    buckets: { pipeline: my-bucket, read: [other-bucket] }
    retention: { runs: 14, models: keep }
    allowedInstances: [ml.m5.*, ml.g5.xlarge]
    budget: { monthlyUsd: 500, perRunUsd: 12.50 }
`);
  const { value, diagnostics } = find();
  expect(diagnostics).toEqual([]);
  expect(value?.config).toMatchObject({ environments: { prod: { budget: { monthlyUsd: 500, perRunUsd: 12.5 } } } });
  write(`
owners: []
environments:
  prod:
    vpc: { subnetIds: [10.0.0.1], securityGroupId: [sg-1] }
    buckets: { pipeline: No_Bucket }
    retention: { run: 3, models: never, code: 0 }
    allowedInstances: [m5.large]
    budget: { monthlyUsd: -1 }
`);
  const said = find().diagnostics.map(({ range, message }) => `${range?.start.line}:${range?.start.column} ${message}`);
  expect(said.sort()).toMatchInlineSnapshot(`
    [
      "2:9 project config, owners: expected a list of 1 to 50",
      "5:10 project config, environments.prod.vpc.securityGroupIds: expected a list of 1 to 5",
      "5:24 project config, environments.prod.vpc.subnetIds[0]: expected subnet-… with hexadecimal digits, or ssm:/PATH",
      "5:35 project config, environments.prod.vpc.securityGroupId: "securityGroupId" is not a key here; did you mean "securityGroupIds"?",
      "6:26 project config, environments.prod.buckets.pipeline: expected the name of a bucket: 3 to 63 of a-z, 0-9, "." and "-"",
      "7:18 project config, environments.prod.retention.run: "run" is not a key here; did you mean "runs"?",
      "7:34 project config, environments.prod.retention.models: expected days, 1 to 36500, or keep",
      "7:47 project config, environments.prod.retention.code: expected days, 1 to 36500, or keep",
      "8:24 project config, environments.prod.allowedInstances[0]: expected an instance type, as ml.m5.xlarge or ml.m5.*",
      "9:27 project config, environments.prod.budget.monthlyUsd: expected an amount of US dollars above 0",
    ]
  `);
});

it('refuses what is not even YAML, and a list', () => {
  write('a: [');
  expect(find().diagnostics[0]?.code).toBe('syntax/invalid-yaml');
  write('[1]');
  expect(find().diagnostics[0]?.message).toBe('project config: expected a map');
});

it('finds environments by name, with help', () => {
  const config = { environments: { dev: {}, prod: {} } };
  expect(findEnvironment(config, 'dev').value).toEqual({});
  expect(findEnvironment(config, 'prd').diagnostics[0]).toMatchObject({
    code: 'project/unknown-environment',
    help: 'did you mean "prod"?',
  });
  expect(findEnvironment(config, 'constructor').value).toBeUndefined();
});
