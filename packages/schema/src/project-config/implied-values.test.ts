import { expect, it } from 'vitest';
import { deployValuesOf } from './implied-values.js';

it('follows from name, account, region and bucket; what is written out wins', () => {
  const environment = { account: '123456789012', region: 'us-gov-west-1', buckets: { pipeline: 'our-bucket' } };
  expect(
    Object.fromEntries(deployValuesOf('prod', { ...environment, values: { account: '999999999999', org: 'x' } })),
  ).toEqual({
    environment: 'prod',
    account: '999999999999',
    region: 'us-gov-west-1',
    partition: 'aws-us-gov',
    bucket: 'our-bucket',
    org: 'x',
  });
  expect(Object.fromEntries(deployValuesOf('dev', {}))).toEqual({ environment: 'dev' });
});
