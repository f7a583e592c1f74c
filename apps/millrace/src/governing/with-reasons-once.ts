import type { Diagnostic } from '@millrace/schema';

/** Leaves the reason to the first of the findings of one rule: who has read it once wants to see the next place. */
export function withReasonsOnce(): (diagnostic: Diagnostic) => Diagnostic {
  const told = new Set<string>();
  return (diagnostic) => {
    if (!told.has(diagnostic.code)) {
      told.add(diagnostic.code);
      return diagnostic;
    }
    const { why: _, ...others } = diagnostic;
    return others;
  };
}
