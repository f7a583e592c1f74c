import { projectConfigSchema } from '@millrace/schema';
import fc from 'fast-check';
import type { PolicyEnvironment } from '../../src/rule/policy-environment.js';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a';

/** What an environment may say, each of it or not. */
const settings = {
  account: '111122223333',
  region: 'us-east-1',
  vpc: { subnetIds: ['subnet-0c', 'subnet-0d'], securityGroupIds: ['sg-02'] },
  buckets: { pipeline: 'mine-of-dev' },
  retention: { runs: 7, checkpoints: 14 },
};

const values = {
  kmsKeyArn: KEY,
  jobRoleArn: 'arn:aws:iam::111122223333:role/job',
  pipelineRoleArn: 'arn:aws:iam::111122223333:role/pipeline',
};

/** Environments that say much or little; or none. */
export const randomEnvironments: fc.Arbitrary<PolicyEnvironment | undefined> = fc
  .record({
    name: fc.constantFrom('dev', 'prod'),
    settings: fc.subarray(Object.entries(settings)),
    values: fc.subarray(Object.entries(values)),
  })
  .map(({ name, ...given }) => {
    const config = { ...Object.fromEntries(given.settings), values: Object.fromEntries(given.values) };
    const read = projectConfigSchema.parse({ environments: { [name]: config } }).environments[name];
    return read === undefined ? undefined : { name, config: read };
  });
