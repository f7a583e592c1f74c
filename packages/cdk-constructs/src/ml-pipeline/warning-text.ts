import type { Diagnostic } from '@millrace/schema';

/** A warning of the compiler in one line, as the CDK shows warnings. */
export function warningText({ message, help, range }: Diagnostic): string {
  const place = range === undefined ? '' : `${range.file}:${range.start.line}:${range.start.column}: `;
  return `${place}${message}${help === undefined ? '' : ` (${help})`}`;
}
