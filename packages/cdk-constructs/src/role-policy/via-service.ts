import { Aws } from 'aws-cdk-lib';

/**
 * Only where a service of this region asks on behalf of somebody; its name ends differently in each partition
 * (KMS Developer Guide, "kms:ViaService").
 */
export function viaService(service: 's3' | 'sns' | 'sqs'): Record<'StringEquals', Record<string, string>> {
  return { StringEquals: { 'kms:ViaService': `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}` } };
}
