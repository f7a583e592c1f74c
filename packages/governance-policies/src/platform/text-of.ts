import type { Json } from '@millrace/schema';
import type { TemplateContext } from '../template/template-context.js';
import { textCandidatesOf } from '../values/candidates.js';

/**
 * The text that a value most likely is. What nobody knows before deployment stands in it as `<name>` and `…`, as in
 * `arn:<partition>:s3:::<resource:Bucket>/*`; it is `…` where nothing is known.
 */
export function textOf(context: TemplateContext, json: Json | undefined): string {
  const { usual, others } = textCandidatesOf(context.read(json));
  return String((usual ?? others[0])?.value ?? '…');
}
