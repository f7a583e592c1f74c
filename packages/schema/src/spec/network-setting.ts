import { z } from 'zod';
import { acrossKeys } from './across-keys.js';
import { authorObject } from './author-object.js';
import { mapOrReport } from './map-or-report.js';
import { forwardIssues, reportIssue } from './report-issue.js';
import { flag, text } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** The network of jobs: MDAA's `networkConfig`. Subnets and security groups come together (CreateTrainingJob `VpcConfig`). */
export const networkConfig = authorObject({
  enableNetworkIsolation: flag().optional().describe('No network calls from the container, S3 channels excepted.'),
  encryptInterContainerTraffic: flag()
    .optional()
    .describe('Encrypt traffic between the instances of a job. Default: true with a VPC.'),
  subnetIds: z.array(text()).min(1).max(16).optional().describe('Subnets of the VPC, 1 to 16.'),
  securityGroupIds: z.array(text()).min(1).max(5).optional().describe('Security groups, 1 to 5.'),
}).check(
  acrossKeys((config, context) => {
    for (const [given, missing] of [
      ['subnetIds', 'securityGroupIds'],
      ['securityGroupIds', 'subnetIds'],
    ] as const) {
      if (config[given] === undefined || config[missing] !== undefined) continue;
      const parameters = { given, missing, why: 'a VPC configuration has both' };
      reportIssue(context, specDiagnostics['missing-companion'], { parameters });
    }
  }),
);

/** The network of jobs. */
export type NetworkConfig = z.output<typeof networkConfig>;

/** The network of one step: overrides of the pipeline's, key by key, or `none` for no network settings at all. */
export type StepNetwork = 'none' | NetworkConfig;

/** Parses {@link StepNetwork}. */
export const stepNetwork = z
  .unknown()
  .meta({ anyOf: [{ const: 'none' }, { $ref: '#/$defs/NetworkConfig' }] })
  .transform((input, context): StepNetwork => {
    if (input === 'none') return 'none';
    const map = mapOrReport(input, context, 'none, or a map');
    if (map === undefined) return z.NEVER;
    const parsed = networkConfig.safeParse(map);
    if (parsed.success) return parsed.data;
    forwardIssues(context, parsed.error.issues);
    return z.NEVER;
  });
