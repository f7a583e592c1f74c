import { projectConfigSchema } from '@millrace/schema';
import { Token } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { projectEnvironments } from './project-environment.js';

const environmentsOf = (config: object) => projectEnvironments(projectConfigSchema.parse(config), '/churn');

it('says account, region and deploy values as the config has them, in its order', () => {
  const prod = { account: '333333333333', region: 'eu-west-1', values: { org: 'acme' } };
  const dev = { account: '111111111111', region: 'eu-north-1' };
  const [first, second] = environmentsOf({ environments: { prod, dev }, registry: 'dev' });
  expect(first).toMatchObject({
    name: 'prod',
    env: { account: '333333333333', region: 'eu-west-1' },
    account: '333333333333',
    holdsRegistry: false,
    values: { environment: 'prod', account: '333333333333', region: 'eu-west-1', partition: 'aws', org: 'acme' },
  });
  expect(second).toMatchObject({ name: 'dev', region: 'eu-north-1', holdsRegistry: true });
});

it('leaves the account to the stack where nobody says it', () => {
  const [dev] = environmentsOf({ environments: { dev: { region: 'eu-west-1' } } });
  expect(dev?.env).toEqual({ region: 'eu-west-1' });
  expect(Token.isUnresolved(dev?.account)).toBe(true);
});

it.each([
  [{}, 'names no environments: add at least one below "environments:".'],
  [{ dev: {}, test: { region: 'eu-west-1' }, prod: {} }, 'gives dev, prod no region: add "region:", as eu-west-1.'],
  [
    { dev: { account: '111111111111', region: 'eu-west-1' }, test: { region: 'eu-west-1' } },
    'gives test no account, but others: give every environment its account, or none, which makes all of them the one account that is deployed to.',
  ],
])('refuses %j', (environments, problem) => {
  expect(() => environmentsOf({ environments })).toThrow(`The project config in /churn ${problem}`);
});
