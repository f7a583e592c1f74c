import { Token } from 'aws-cdk-lib';

/**
 * How a name may stand in the ARN of a SageMaker resource: as it was given, and in lower case, in which SageMaker has long
 * written ARNs and some answers still do (boto/boto3 issue 4606). IAM compares ARNs with regard to case. A token is taken
 * as it is.
 */
export function nameSpellings(name: string): readonly string[] {
  return Token.isUnresolved(name) ? [name] : [...new Set([name, name.toLowerCase()])];
}
