/** A stretch of a text and what stands there instead. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly content: string;
}

/** Something put in. */
export function insertion(at: number, content: string): Splice {
  return { from: at, to: at, content };
}

/** Makes splices that do not overlap, all at once. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const fromTheEnd = [...splices].sort((one, other) => other.from - one.from);
  return fromTheEnd.reduce((at, { from, to, content }) => at.slice(0, from) + content + at.slice(to), text);
}
