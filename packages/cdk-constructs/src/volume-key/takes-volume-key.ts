import { hasLocalStorage } from '@millrace/schema';
import { Token } from 'aws-cdk-lib';

/** Whether a request may name a key for the volumes of machines of a type: not where they are disks of the host. */
export function takesVolumeKey(instanceType: string): boolean {
  return Token.isUnresolved(instanceType) || !hasLocalStorage(instanceType);
}
