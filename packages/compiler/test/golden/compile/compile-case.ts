import type { PlainJson } from '@millrace/schema';
import type { SaidDiagnostic } from '../../../src/testing/expect-diagnostics.js';

/** One case: a spec, and what compiling it gives. */
export interface CompileCase {
  readonly title: string;
  /** The rules that the case shows, where its codes belong to many. */
  readonly rules?: readonly string[];
  readonly input: string;
  /** Local files by their path from the spec. */
  readonly files?: Readonly<Record<string, string>>;
  readonly expected: {
    /** All steps of the definition. */
    readonly steps?: PlainJson;
    /** Parts of the definition by path, as `Steps[0].Arguments.NetworkConfig`; null where there is nothing. */
    readonly parts?: Readonly<Record<string, PlainJson>>;
    /** Pieces of the definition as it is written, runs of white space as one space. */
    readonly text?: readonly string[];
    /** What the spec says of the pipeline beside its definition. */
    readonly settings?: PlainJson;
    /** All diagnostics, in their order; absent where there are none. */
    readonly diagnostics?: readonly SaidDiagnostic[];
  };
}

/** The part of a definition at a path. */
export function readPart(definition: PlainJson, path: string): PlainJson {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  // Lists and objects are read alike; what a path does not lead to is undefined.
  return keys.reduce<PlainJson>((part, key) => (part as Record<string, PlainJson> | null)?.[key] ?? null, definition);
}
