import type { TemplateContext } from '../template/template-context.js';

/** The ending of names in the namespace of an account, which nobody else can take (S3 user guide, bucket namespaces). */
const OWN_NAMESPACE = /-(?:\d{12}|<account>)-[^/]+-an$/;

const ACCOUNT = /(?<!\d)\d{12}(?!\d)|<account>/;

/**
 * Whether the ARN of objects, as rules see it, names a bucket that a stranger may come to own: buckets by a pattern, the bucket of
 * the environment, or one with an account in its name. Buckets of templates (`<resource:…>`) are where the template made them;
 * of all others nobody knows whose they are.
 */
export function namesGuessableBucket(arn: string, context: TemplateContext): boolean {
  if (arn === '*') return true;
  const [, bucket = ''] = /:s3:::([^/]*)/.exec(arn) ?? [];
  if (bucket.includes('*')) return true;
  if (bucket === '' || bucket.includes('<resource:') || OWN_NAMESPACE.test(bucket)) return false;
  return bucket === context.deployValue('bucket') || ACCOUNT.test(bucket);
}
