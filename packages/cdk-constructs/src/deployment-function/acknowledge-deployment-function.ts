import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';

/** Acknowledges what a function that only CloudFormation calls need not have: a VPC, a queue, a limit. */
export function acknowledgeDeploymentFunction(handler: IConstruct): void {
  for (const pack of ['NIST.800.53.R5', 'HIPAA.Security', 'PCI.DSS.321']) {
    acknowledge(handler, { id: `${pack}-LambdaInsideVPC`, reason: OUTSIDE_VPC });
  }
  for (const pack of ['NIST.800.53.R5', 'HIPAA.Security']) {
    acknowledge(
      handler,
      { id: `${pack}-LambdaConcurrency`, reason: BY_CLOUDFORMATION },
      { id: `${pack}-LambdaDLQ`, reason: BY_CLOUDFORMATION },
    );
  }
}

const OUTSIDE_VPC =
  'The function only talks to S3 and CloudFormation over TLS, and only during deployments; a VPC would need endpoints for both.';
const BY_CLOUDFORMATION =
  'Only CloudFormation calls the function, once for each change, waits for its answer and goes no further without one; there are no events that could be lost or pile up.';
