import type { z } from 'zod';
import type { DiagnosticFactory, DiagnosticPlace } from '../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';

/** The part of a place that a check can know: it does not know where in the document it runs. */
export type RelativePlace = Omit<DiagnosticPlace, 'path'>;

/** What zod hands to a transform or a check. */
export interface IssueContext {
  addIssue(issue: {
    code: 'custom';
    message: string;
    path?: PropertyKey[];
    params: Record<string, unknown>;
    input?: unknown;
  }): void;
}

/** A diagnostic that still lacks its path; zod adds the path on the way up. */
export type PendingDiagnostic = (path: Path) => Diagnostic;

/**
 * Reports one of our diagnostics through zod, so that zod keeps track of the path.
 * @param at path from the value being checked to the place to point at
 */
export function reportIssue<P>(
  context: IssueContext,
  factory: DiagnosticFactory<P>,
  { parameters, at = [], place = {} }: { parameters: P; at?: Path; place?: RelativePlace },
): void {
  const pending: PendingDiagnostic = (path) => factory(parameters, { path, ...place });
  context.addIssue({ code: 'custom', message: factory.code, path: [...at], params: { pending, parameters } });
}

/** The pending diagnostic in an issue made by {@link reportIssue}. */
export function pendingDiagnosticOf(issue: z.core.$ZodIssue): PendingDiagnostic | undefined {
  if (issue.code !== 'custom') return undefined;
  const pending: unknown = issue.params?.['pending'];
  // Only reportIssue writes this member, and it writes exactly this type.
  return typeof pending === 'function' ? (pending as PendingDiagnostic) : undefined;
}

/** What {@link reportIssue} was told beside the place. */
export function parametersOf(issue: z.core.$ZodIssue): Readonly<Record<string, unknown>> {
  const parameters: unknown = issue.code === 'custom' ? issue.params?.['parameters'] : undefined;
  return typeof parameters === 'object' && parameters !== null ? { ...parameters } : {};
}

/** Hands the issues of a nested parse on to the surrounding one. */
export function forwardIssues(context: IssueContext, issues: readonly z.core.$ZodIssue[], at: Path = []): void {
  for (const issue of issues) {
    // addIssue takes any issue without its input; zod's own type for it is narrower than what it does.
    context.addIssue({
      ...(issue as { code: 'custom'; message: string; params: Record<string, unknown> }),
      path: [...at, ...issue.path],
    });
  }
}
