import type { RunSummary } from '@millrace/local-dry-run-simulator';
import type { Diagnostic } from '@millrace/schema';
import { describeDiagnostics } from '../output/describe-diagnostics.js';

/** The document of `dry-run --json` (DESIGN, section 9). What never started has no seconds: `null`. */
export function describeRun(
  { status, steps, undecided, registered }: RunSummary,
  diagnostics: readonly Diagnostic[],
): object {
  return {
    status,
    steps: steps.map(({ name, type, status: ended, startSeconds, endSeconds, failureReason }) => ({
      name,
      type,
      status: ended,
      startSeconds: startSeconds ?? null,
      endSeconds: endSeconds ?? null,
      ...(failureReason === undefined ? {} : { failureReason }),
    })),
    undecided: undecided.map(({ step, reads, ifSteps, elseSteps }) => ({ step, reads, ifSteps, elseSteps })),
    registered: registered.map(({ step, modelPackageGroup, version, approvalStatus, modelDataUrl }) => ({
      step,
      modelPackageGroup,
      version,
      approvalStatus,
      modelDataUrl: modelDataUrl ?? null,
    })),
    diagnostics: describeDiagnostics(diagnostics),
  };
}
