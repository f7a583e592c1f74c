import type { CfnEndpointConfig } from 'aws-cdk-lib/aws-sagemaker';
import { acknowledge } from '../acknowledge/acknowledge.js';

const RULE = 'SageMakerEndpointConfigurationKMSKeyConfigured';

/** Says why a configuration has no key: its machines store on disks of their host. */
export function acknowledgeHostEncryption(config: CfnEndpointConfig): void {
  const reason =
    'Machines with local storage are encrypted by their hardware, and CreateEndpointConfig refuses a KmsKeyId for ' +
    'them (API reference, CreateEndpointConfig, KmsKeyId).';
  for (const pack of ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'])
    acknowledge(config, { id: `${pack}-${RULE}`, reason });
}
