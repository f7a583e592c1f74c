import type { PolicyStatement } from '../template/policy-statement.js';
import type { TemplateContext } from '../template/template-context.js';
import { textOf } from './text-of.js';

/** Whether a statement speaks of everybody: `"*"`, or `{ "AWS": "*" }`, which mean the same (IAM user guide, Principal). */
export function isForEverybody({ principals }: PolicyStatement, context: TemplateContext): boolean {
  return principals.some(({ type, value }) => (type === '*' || type === 'AWS') && textOf(context, value) === '*');
}
