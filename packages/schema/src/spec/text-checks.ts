import { shorten } from './describe-value.js';
import { reportIssue } from './report-issue.js';
import { type LiteralCheck, type Slot, text } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { valueDiagnostics } from './value-diagnostics.js';

/** A text with a pattern and a greatest length, described in words. */
export interface TextForm {
  /** `a step name` */
  readonly what: string;
  /** Absent where any text will do. */
  readonly pattern?: RegExp;
  /** The pattern in words. */
  readonly allowed?: string;
  readonly longest?: number;
  readonly help?: (given: string) => string | undefined;
}

/** A check that a literal text has the form; too long is said before malformed. */
export function hasForm({ what, pattern, allowed = '', longest, help }: TextForm): LiteralCheck {
  return (value, context) => {
    const given = String(value);
    if (longest !== undefined && given.length > longest) {
      const parameters = { what, given: given.length, atMost: longest, unit: 'characters' };
      reportIssue(context, specDiagnostics['too-long'], { parameters });
    } else if (pattern?.test(given) === false) {
      reportIssue(context, specDiagnostics.malformed, {
        parameters: { what: what.replace(/^the /, 'a valid '), given: shorten(given), allowed, help: help?.(given) },
      });
    }
  };
}

/** A slot for text of a form. */
export function formedText(form: TextForm): Slot {
  return text(hasForm(form), {
    ...(form.pattern === undefined ? {} : { pattern: form.pattern.source }),
    ...(form.longest === undefined ? {} : { maxLength: form.longest }),
  });
}

const BUCKET = /^[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9]$/;

/** An S3 URI whose literal text is known as a whole. */
export const checkS3Uri: LiteralCheck = (value, context) => {
  const given = String(value);
  const bucket = /^s3:\/\/([^/]*)/.exec(given)?.[1];
  if (bucket === undefined)
    reportIssue(context, valueDiagnostics['not-an-s3-uri'], { parameters: { given: shorten(given) } });
  else if (!BUCKET.test(bucket))
    reportIssue(context, valueDiagnostics['illegal-bucket-name'], { parameters: { given: shorten(bucket) } });
};

/** A slot for an S3 URI. Of a URI with references in it, the text before the first one is checked. */
export function s3Uri(): Slot {
  return text(checkS3Uri, { pattern: '^(s3://|ssm|\\{\\{|\\$\\{)' }).superRefine(({ form }, context) => {
    if (form.kind !== 'text' && !(form.kind === 'join' && form.on === '')) return;
    const [first] = form.kind === 'text' ? form.parts : form.values;
    const head = first?.form.kind === 'literal' ? String(first.form.value) : '';
    const wholeBucket = /^s3:\/\/[^/]*\//.test(head);
    if (wholeBucket || !SCHEME.startsWith(head.slice(0, SCHEME.length))) checkS3Uri(head, context);
  });
}

const SCHEME = 's3://';

/** A bucket name (3 to 63 characters). */
export function bucketName(): Slot {
  return formedText({
    what: 'a bucket name',
    pattern: BUCKET,
    allowed: '3 to 63 of a-z, 0-9, "." and "-", beginning and ending with a letter or digit',
  });
}

/** An AWS account id: 12 digits. */
export function accountId(): Slot {
  return formedText({ what: 'an account id', pattern: /^\d{12}$/, allowed: 'an account id has 12 digits' });
}

/** An ARN of any service. */
export function arn(service: string): Slot {
  const pattern = new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]*:(\\d{12}|aws)?:.+$`);
  return formedText({
    what: `an ARN of ${service}`,
    pattern,
    allowed: `the form is arn:aws:${service}:…`,
    longest: 2048,
  });
}

/** The ARN of an IAM role: 20 to 2048 characters (CreatePipeline `RoleArn`, rule R13). */
export function roleArn(): Slot {
  return formedText({
    what: 'the ARN of a role',
    pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/,
    allowed: 'the form is arn:aws:iam::123456789012:role/NAME',
    longest: 2048,
  });
}

/** `ml.m5.xlarge`; the list of types grows too fast to be closed here, the service model knows the current one. */
export function instanceType(): Slot {
  return formedText({
    what: 'an instance type',
    pattern: /^ml\.[a-z\d-]+\.[a-z\d-]+$/,
    allowed: 'SageMaker instance types begin with "ml.", as ml.m5.xlarge',
    help: (given) => (/^[a-z][a-z\d-]*\.[a-z\d-]+$/.test(given) ? `did you mean "ml.${given}"?` : undefined),
  });
}

/** A container image: an ECR URI with a tag or digest. */
export function imageUri(): Slot {
  return formedText({
    what: 'an image URI',
    pattern: /^\S{1,255}$/,
    allowed:
      'an image URI has no white space and at most 255 characters, as 123456789012.dkr.ecr.us-east-1.amazonaws.com/name:tag',
  });
}
