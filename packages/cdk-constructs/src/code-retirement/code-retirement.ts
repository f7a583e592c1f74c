import { CustomResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ContentPlace } from '../pipeline-content/deployer-statements.js';
import { RolePolicy, type RoleStatement } from '../role-policy/role-policy.js';
import { CodeRetirer } from './code-retirer.js';

/** Settings of {@link CodeRetirement}. */
export interface CodeRetirementProps extends ContentPlace {
  /** What the deployed version of the pipeline names: the folders below the prefix. */
  readonly hashes: readonly string[];
}

/**
 * Tags the code of a pipeline that its deployed version does not name with `millrace:retired=true`, and takes the tag from
 * what it names again; a lifecycle rule deletes what is tagged. S3 knows the age of objects and not their use, so the
 * deployment has to say it. Make it depend on the pipeline, so that the version before is really gone.
 */
export class CodeRetirement extends Construct {
  constructor(scope: Construct, id: string, props: CodeRetirementProps) {
    super(scope, id);
    const { bucket, key, prefix, hashes } = props;
    const retirer = CodeRetirer.of(this, key);
    const policy = new RolePolicy(this, 'Policy', { role: retirer.role, statements: retirementStatements(props) });
    const resource = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::MillraceCodeRetirement',
      serviceToken: retirer.function.functionArn,
      properties: { Bucket: bucket.bucketName, Prefix: prefix, Hashes: [...hashes].sort() },
    });
    resource.node.addDependency(policy);
  }
}

function retirementStatements({ bucket, key, prefix }: ContentPlace): readonly RoleStatement[] {
  return [
    {
      sid: 'ListCode',
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${prefix}/*` } },
    },
    {
      sid: 'TagCode',
      actions: ['s3:GetObject', 's3:GetObjectTagging', 's3:PutObject', 's3:PutObjectTagging'],
      resources: [bucket.arnForObjects(`${prefix}/*`)],
      wildcard: 'What earlier deployments left below the prefix is only known when it is listed.',
    },
    { sid: 'CopyEncryptedCode', actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] },
  ];
}
