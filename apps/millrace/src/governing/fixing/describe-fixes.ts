import type { Finding } from '@millrace/governance-policies';
import type { FixedFile } from './fix-targets.js';

/** The fixes of a file in the document of `--json`. */
export function describeFixes({ file, before, fixed, unwritten, suggested }: FixedFile): object {
  return {
    file,
    written: fixed.text !== before && unwritten === undefined,
    ...(unwritten !== undefined && { reason: unwritten }),
    made: fixed.made.map(nameOf),
    left: fixed.left.map(({ finding, reason }) => ({ ...nameOf(finding), reason })),
    suggested: (suggested?.made ?? []).map(nameOf),
  };
}

function nameOf({ rule, fingerprint, steps }: Finding): object {
  return { rule, fingerprint, steps };
}
