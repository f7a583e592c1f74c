import { type Json, memberAt, type Path } from '@millrace/schema';
import { bestAnswer } from '../../platform/best-answer.js';
import { bucketDenials } from '../../platform/bucket-denials.js';
import { conditionOperator } from '../../platform/condition-operator.js';
import { coversAction } from '../../platform/covers-action.js';
import { hasKey } from '../../platform/demands-of-conditions.js';
import { governedOfType } from '../../platform/governed-resources.js';
import { namesGuessableBucket } from '../../platform/guessable-bucket.js';
import { sageMakerRoles } from '../../platform/sagemaker-roles.js';
import { textOf } from '../../platform/text-of.js';
import { worstAnswer } from '../../platform/worst-answer.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { placedValues } from '../../template/placed-values.js';
import type { PolicyCondition, PolicyStatement } from '../../template/policy-statement.js';
import { policyStatements } from '../../template/policy-statements.js';
import type { TemplateContext } from '../../template/template-context.js';
import type { TemplateResource } from '../../template/template-resource.js';
import { type Answer, judgeText, judgeValue } from '../../values/judge-value.js';

const KEY_HEADER = 's3:x-amz-server-side-encryption-aws-kms-key-id';

/** In lower case. S3 always knows whose a bucket is, so that IfExists does no harm here. */
const OWNERS = ['aws:resourceaccount', 's3:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths'];

/** One thing that is to be so, and how it is mended. */
interface Demand {
  readonly path: Path;
  /** What is the case where it is not so. */
  readonly otherwise: string;
  readonly help: string;
  readonly answer: (context: TemplateContext) => Answer;
}

/** MR-S3-006 */
export const storesTakeOnlyWhatIsSafe = defineRule({
  id: 'MR-S3-006',
  profiles: { baseline: 'error' },
  title: 'buckets of pipelines take only TLS and their own key, and jobs write only to buckets of their account',
  checks:
    'In templates. The policy of each bucket of a pipeline denies everybody reading and writing where aws:SecureTransport is "false"; where the bucket encrypts with a key of KMS, it denies PutObject with another s3:x-amz-server-side-encryption-aws-kms-key-id. Statements that allow a role of SageMaker s3:PutObject demand aws:ResourceAccount where they name buckets by a pattern, the bucket of the environment, or one with an account in its name; not for buckets of templates or in the namespace of the account.',
  why: 'Without TLS data crosses networks in clear. What is written under another key nobody can read who has that of the bucket, such as the account that deploys the model. A bucket whose name anyone can guess belongs to a stranger where he took the name first, or after it was deleted.',
  fix: {
    kind: 'none',
    how: 'add the statement or the condition (the construct ArtifactStore has them; in the CDK enforceSSL covers TLS)',
  },
  source:
    'S3 user guide, security best practices, and protecting data with SSE-KMS; AwsSolutions-S10; IAM user guide, aws:ResourceAccount',
  template: {
    subjects: (context) => [
      ...governedOfType(context, 'AWS::S3::Bucket').flatMap(demandsOfBucket),
      ...writesOfJobs(context).map(demandOfWrite),
    ],
    judge: function* ({ path, otherwise, help, answer }, context) {
      yield* tell(answer(context), { path, help, violated: otherwise, unknown: `it may be that ${otherwise}` });
    },
  },
});

function demandsOfBucket(bucket: TemplateResource): readonly Demand[] {
  const { path, properties } = bucket;
  const tls: Demand = {
    path,
    otherwise: 'the bucket takes requests without TLS',
    help: 'deny s3:* to everybody where Bool aws:SecureTransport is "false"',
    answer: (context) => deniesPlainTransport(bucket, context),
  };
  if (!encryptsWithKey(properties['BucketEncryption'])) return [tls];
  const ownKey: Demand = {
    path: [...path, 'Properties', 'BucketEncryption'],
    otherwise: 'the bucket takes objects under other keys than its own',
    help: `deny s3:PutObject where StringNotEquals ${KEY_HEADER} is the key and Null of it is "false"`,
    answer: (context) => deniesOtherKeys(bucket, context),
  };
  return [tls, ownKey];
}

/** Whether what names no key is encrypted with a key of KMS that the template names. */
function encryptsWithKey(encryption: Json | undefined): boolean {
  return placedValues(encryption, [])
    .flatMap(({ value }) => placedValues(memberAt(value, 'ServerSideEncryptionConfiguration'), []))
    .some(({ value }) => memberAt(value, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID') !== undefined);
}

const NO_DENIAL: Answer = { verdict: 'violated', because: 'no statement of its policy denies them to everybody' };

function deniesPlainTransport(bucket: TemplateResource, context: TemplateContext): Answer {
  const answers = bucketDenials(bucket, ['s3:GetObject', 's3:PutObject'], context)
    // Another condition lets those through of whom it does not speak; services of AWS use TLS by themselves.
    .filter(({ conditions }) =>
      conditions.every((each) => hasKey(each, ['aws:securetransport', 'aws:principalisawsservice'])),
    )
    .flatMap(({ conditions }) => conditions)
    .filter((each) => hasKey(each, ['aws:securetransport']) && conditionOperator(each.operator).name === 'bool')
    .flatMap(({ values }) => values)
    .map(({ value }) => judgeValue(context.read(value), (given) => String(given) === 'false'));
  return bestAnswer(answers, NO_DENIAL);
}

function deniesOtherKeys(bucket: TemplateResource, context: TemplateContext): Answer {
  const denies = bucketDenials(bucket, ['s3:PutObject'], context).some(({ conditions }) =>
    conditions.some((each) => hasKey(each, [KEY_HEADER]) && conditionOperator(each.operator).isNegated),
  );
  return denies ? { verdict: 'holds', because: 'a statement of its policy denies them' } : NO_DENIAL;
}

/** Statements by which code in containers may write objects. */
function writesOfJobs(context: TemplateContext): readonly PolicyStatement[] {
  const roles = sageMakerRoles(context);
  return policyStatements(context)
    .filter(({ kind, effect }) => kind === 'identity' && effect === 'Allow')
    .filter(({ owners }) => owners.some((each) => roles.has(each)))
    .filter((each) => coversAction(each, 's3:PutObject', context));
}

function demandOfWrite(statement: PolicyStatement): Demand {
  return {
    path: statement.path,
    otherwise: 'jobs may write to a bucket of a stranger',
    help: 'add the condition StringEquals aws:ResourceAccount <account>',
    answer: (context) => staysInAccount(statement, context),
  };
}

const NO_RESOURCE: Answer = { verdict: 'violated', because: 'no Resource names the bucket' };

function staysInAccount({ conditions, resources }: PolicyStatement, context: TemplateContext): Answer {
  const demand = conditions.find((each) => namesOwner(each, context));
  if (demand !== undefined) return { verdict: 'holds', because: `a condition demands ${demand.key}` };
  return worstAnswer(
    resources.map(({ value }) =>
      judgeText(context.read(value), (arn = '') => (namesGuessableBucket(arn, context) ? 'violated' : 'holds')),
    ),
    NO_RESOURCE,
  );
}

/** `Null` asks only whether there is an owner, which is always so; `*` is anybody. */
function namesOwner({ key, operator, values }: PolicyCondition, context: TemplateContext): boolean {
  const { isNegated, name } = conditionOperator(operator);
  return (
    hasKey({ key }, OWNERS) &&
    !isNegated &&
    name !== 'null' &&
    values.every(({ value }) => textOf(context, value) !== '*')
  );
}
