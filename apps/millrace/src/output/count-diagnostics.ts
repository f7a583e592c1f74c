import type { Diagnostic, Severity } from '@millrace/schema';

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];
const NAMES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' };

/** `2 errors, 1 warning`; undefined where there is nothing to count. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string | undefined {
  const counts = ORDER.map(
    (severity) => [severity, diagnostics.filter((each) => each.severity === severity).length] as const,
  );
  const parts = counts.filter(([, count]) => count > 0).map(([severity, count]) => plural(count, NAMES[severity]));
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** `1 step`, `2 steps`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
