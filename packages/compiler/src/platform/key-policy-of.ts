import { deployValue } from '@millrace/schema';
import { accountPrincipals, MODEL_EXECUTION_ROLES, roleArns } from './consumer-roles.js';
import { fingerprint } from './fingerprint.js';
import { hasJobRole } from './has-job-role.js';
import type { PlatformInput, PlatformText, PolicyPrincipal, PolicyStatement } from './platform-model.js';
import { viaService } from './via-service.js';

/** The policy of the key of a pipeline's store: its own account, its roles, and consumers that read models. */
export function keyPolicyOf(input: PlatformInput): readonly PolicyStatement[] {
  const { existingPipelineRoleArn, consumerAccounts } = input.settings.platform;
  const pipeline: PolicyPrincipal = { kind: 'role', arn: existingPipelineRoleArn ?? deployValue('pipelineRoleArn') };
  const job: PolicyPrincipal = { kind: 'role', arn: deployValue('jobRoleArn') };
  const roles = hasJobRole(input) ? [jobsEncrypt(job), ...rolesUse([pipeline, job])] : rolesUse([pipeline]);
  return [
    ...keyGuards(),
    // Pipelines share keys, and a policy has each sid once.
    ...roles.map((statement) => ({ ...statement, sid: `${statement.sid}${fingerprint(input.pipelineName)}` })),
    ...keyReaderStatements(consumerAccounts),
  ];
}

const THIS_KEY: Pick<PolicyStatement, 'resources' | 'wildcards'> = {
  resources: ['*'],
  wildcards: [
    { finding: 'Resource::*', reason: 'in the policy of a key, "*" is that key (KMS Developer Guide, "Key policies")' },
  ],
};

/**
 * What the policy of every key says: its account decides by IAM who administers and uses it. A key without this could be
 * lost to everyone (AWS KMS Developer Guide, "Default key policy").
 */
export function keyGuards(): readonly PolicyStatement[] {
  return [
    {
      ...THIS_KEY,
      sid: 'AccountDelegatesToIam',
      effect: 'Allow',
      principals: accountPrincipals([deployValue('account')]),
      actions: ['kms:*'],
      why: 'policies of roles say who administers and uses the key; without this it could become unmanageable',
    },
  ];
}

function jobsEncrypt(job: PolicyPrincipal): PolicyStatement {
  return {
    ...THIS_KEY,
    sid: 'JobsEncrypt',
    effect: 'Allow',
    principals: [job],
    actions: ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptTo'],
    why: 'jobs write outputs and volumes',
  };
}

/** Grants only for what AWS makes in the name of a role, such as volumes. */
function rolesUse(principals: readonly PolicyPrincipal[]): readonly PolicyStatement[] {
  const allow = { effect: 'Allow', principals, ...THIS_KEY } as const;
  return [
    {
      ...allow,
      sid: 'RolesDecrypt',
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:ReEncryptFrom'],
      why: 'jobs read inputs; the pipeline reads the files that its conditions look into',
    },
    {
      ...allow,
      sid: 'RolesGrantToAws',
      actions: ['kms:CreateGrant'],
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      why: 'SageMaker attaches encrypted volumes in the name of the role that starts a job',
    },
  ];
}

/**
 * What consumer accounts do with the key: decrypt models that they read from S3.
 *
 * Reading needs no data key. The encryption context cannot narrow this to a prefix: with S3 Bucket Keys it is the ARN of
 * the bucket (S3 User Guide, "Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys"); the bucket policy does.
 * @param id letters and digits that tell the statement from others
 */
export function keyReaderStatements(
  consumers: readonly PlatformText[],
  id = fingerprint(consumers),
): readonly PolicyStatement[] {
  if (consumers.length === 0) return [];
  return [
    {
      ...THIS_KEY,
      sid: `ConsumersDecryptModels${id}`,
      effect: 'Allow',
      principals: accountPrincipals(consumers),
      actions: ['kms:Decrypt', 'kms:DescribeKey'],
      conditions: {
        StringLike: { 'kms:ViaService': viaService('s3') },
        ArnLike: { 'aws:PrincipalArn': roleArns(consumers, MODEL_EXECUTION_ROLES) },
      },
      why: 'other accounts run models that are encrypted with this key',
    },
  ];
}
