import type { Diagnostic, Path, PathTarget, RelatedPlace, Severity } from './diagnostic.js';

/**
 * The areas of diagnostic codes (`DESIGN.md`, section 5), and `command` for what concerns a command line and not a
 * document (`docs/decisions/020-codes-of-the-command-line.md`).
 */
export type DiagnosticArea =
  | 'syntax'
  | 'spec'
  | 'graph'
  | 'definition'
  | 'policy'
  | 'simulation'
  | 'project'
  | 'command';

/**
 * - `blocking`: the document cannot be worked with (cannot be read, unknown step, cycle).
 * - `refusal`: SageMaker would refuse it; a local run of a foreign definition can still be tried.
 * - `remark`: a warning or an information.
 */
export type DiagnosticKind = 'blocking' | 'refusal' | 'remark';

/** One kind of message, declared beside the thing it describes. */
export interface DiagnosticDeclaration<P> {
  readonly severity: Severity;
  readonly kind: DiagnosticKind;
  /** Rule numbers R1–R112 that it implements. */
  readonly rules?: readonly string[];
  readonly message: (parameters: P) => string;
  readonly help?: (parameters: P) => string | undefined;
  /** What `millrace explain` prints: why this matters, and how to mend it. Plain text, paragraphs by blank lines. */
  readonly explanation: string;
}

/** Where a diagnostic points. */
export interface DiagnosticPlace {
  readonly path: Path;
  /** `key` points at the key of a map entry; without it the value is meant. */
  readonly target?: PathTarget;
  readonly related?: readonly RelatedPlace[];
}

/** Makes a diagnostic; carries its declaration, so that catalogues and `explain` derive from it. */
export interface DiagnosticFactory<P> {
  (parameters: P, place: DiagnosticPlace): Diagnostic;
  readonly code: string;
  readonly declaration: DiagnosticDeclaration<P>;
}

/** The factories of one place of declaration, by the kind part of their code. */
export type DiagnosticFactories<P> = { readonly [K in keyof P]: DiagnosticFactory<P[K]> };

/**
 * Declares diagnostics of an area. The parameters of all texts are typed by those that `message` declares:
 * `defineDiagnostics('graph', { 'unknown-step': {…, message: (p: { name: string }) => …, help: (p) => … } })`.
 */
export function defineDiagnostics<P>(
  area: DiagnosticArea,
  declarations: { readonly [K in keyof P]: DiagnosticDeclaration<P[K]> },
): DiagnosticFactories<P> {
  const entries = Object.entries<DiagnosticDeclaration<never>>(declarations).map(
    ([kind, declaration]) => [kind, makeFactory(`${area}/${kind}`, declaration)] as const,
  );
  // Object.fromEntries forgets which key has which declaration; the mapped type restates it.
  return Object.fromEntries(entries) as unknown as DiagnosticFactories<P>;
}

function makeFactory<P>(code: string, declaration: DiagnosticDeclaration<P>): DiagnosticFactory<P> {
  const make = (parameters: P, place: DiagnosticPlace): Diagnostic => {
    const help = declaration.help?.(parameters);
    return {
      code,
      severity: declaration.severity,
      blocking: declaration.kind === 'blocking',
      message: declaration.message(parameters),
      path: place.path,
      ...(place.target === undefined ? {} : { target: place.target }),
      ...(place.related === undefined ? {} : { related: place.related }),
      ...(help === undefined ? {} : { help }),
    };
  };
  return Object.assign(make, { code, declaration });
}
