import type { Diagnostic } from '@millrace/schema';

/** Diagnostics in the order in which their places stand in the document; those of one place, and without one, as they came. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(diagnostics.map(({ range }) => range?.file))];
  return diagnostics.toSorted(
    (one, other) =>
      files.indexOf(one.range?.file) - files.indexOf(other.range?.file) ||
      lineOf(one) - lineOf(other) ||
      columnOf(one) - columnOf(other),
  );
}

function lineOf({ range }: Diagnostic): number {
  return range?.start.line ?? 0;
}

function columnOf({ range }: Diagnostic): number {
  return range?.start.column ?? 0;
}
