import type { Diagnostic } from '@millrace/schema';

/** Wrong usage, found anywhere between the command line and the first stage: exit code 2, one sentence, no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}
