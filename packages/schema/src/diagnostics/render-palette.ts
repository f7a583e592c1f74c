import type { Severity } from './diagnostic.js';

/** Colours a piece of text; the identity where colours are not wanted. */
export type Paint = (text: string) => string;

/** The colours of rendered diagnostics. `picocolors` and its like fit as they are. */
export interface RenderPalette {
  /** Severity words, codes and squiggles. */
  readonly severity: Readonly<Record<Severity, Paint>>;
  /** Places: `file:line:column`. */
  readonly place: Paint;
  /** Line numbers, gutters and remarks. */
  readonly dim: Paint;
  /** The word `help`. */
  readonly help: Paint;
}

const plain: Paint = (text) => text;

/** No colours. */
export const PLAIN_PALETTE: RenderPalette = {
  severity: { error: plain, warning: plain, info: plain },
  place: plain,
  dim: plain,
  help: plain,
};
