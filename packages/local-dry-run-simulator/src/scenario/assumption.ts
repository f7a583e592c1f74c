/** An outcome that the person who starts a run assumes. */
export interface Assumption {
  /** Absent: for every condition that nothing decides. */
  readonly condition?: string;
  readonly outcome: boolean;
}

/** The assumption that `--assume [CONDITION=]true|false` means, or undefined when the text is of another form. */
export function parseAssumption(text: string): Assumption | undefined {
  const [, condition, outcome] = /^(?:([^=]+)=)?(true|false)$/.exec(text) ?? [];
  if (outcome === undefined) return undefined;
  return { outcome: outcome === 'true', ...(condition === undefined ? {} : { condition }) };
}
