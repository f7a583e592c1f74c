import type { PolicyEnvironment } from '@millrace/governance-policies';
import { projectConfigSchema } from '@millrace/schema';

/**
 * An environment with narrow limits, for the rules that compare a definition with its environment: without one they have
 * nothing to say. Account and region are those with which most definitions of the corpus were compiled.
 */
const LIMITS = {
  account: '111122223333',
  region: 'us-east-1',
  vpc: { subnetIds: ['subnet-0a1b2c3d'], securityGroupIds: ['sg-0a1b2c3d'] },
  buckets: { pipeline: 'corpus-artifacts', read: ['corpus-data'] },
  allowedInstances: ['ml.m5.*', 'ml.c5.*'],
  budget: { perRunUsd: 50 },
  retention: { runs: 7 },
};

/** The environment for which the corpus is checked a second time. */
export function corpusEnvironment(): PolicyEnvironment {
  const { environments } = projectConfigSchema.parse({ environments: { corpus: LIMITS } });
  const { corpus } = environments;
  if (corpus === undefined) throw new Error('the environment of the corpus was not read');
  return { name: 'corpus', config: corpus };
}
