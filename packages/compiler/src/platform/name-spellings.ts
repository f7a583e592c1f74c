import { textPartsOf } from '@millrace/schema';
import type { PlatformText } from './platform-model.js';
import { platformText } from './platform-text.js';

/**
 * How a name may stand in the ARN of a SageMaker resource: as it was given, and in lower case, in which SageMaker has
 * long written ARNs and some answers still do (boto/boto3 issue 4606). IAM compares ARNs with regard to case.
 */
export function nameSpellings(name: PlatformText): readonly PlatformText[] {
  const parts = textPartsOf(name) ?? [name];
  const lower = parts.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
  return lower.every((part, index) => part === parts[index]) ? [name] : [name, platformText(...lower)];
}
