import { projectConfigSchema } from '@millrace/schema';
import { Token } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { projectEnvironments } from './project-environment.js';

const environmentsOf = (config: object) => projectEnvironments(projectConfigSchema.parse(config));

it('says account, region and deploy values as the config has them, in its order', () => {
  const prod = { account: '333333333333', region: 'eu-west-1', values: { org: 'acme' } };
  const [first, second] = environmentsOf({ environments: { prod, dev: {} }, registry: 'dev' });
  expect(first).toMatchObject({
    name: 'prod',
    env: { account: '333333333333', region: 'eu-west-1' },
    account: '333333333333',
    holdsRegistry: false,
    values: { environment: 'prod', account: '333333333333', region: 'eu-west-1', partition: 'aws', org: 'acme' },
  });
  expect(second).toMatchObject({ name: 'dev', env: {}, holdsRegistry: true, values: { environment: 'dev' } });
});

it('leaves account and region to the stack where nobody says them', () => {
  const [dev] = environmentsOf({ environments: { dev: {} } });
  expect([dev?.account, dev?.region].every((value) => Token.isUnresolved(value))).toBe(true);
});
