import type { Finding } from './finding.js';
import type { PlacedAcknowledgement } from './list-acknowledgements.js';

/** A reason says which constraint or decision; fewer words cannot. */
const FEWEST_WORDS = 8;

/**
 * What is wrong with acknowledgements, a line each.
 * @param findings everything that the packs find where nothing is acknowledged
 */
export function judgeAcknowledgements(
  acknowledgements: readonly PlacedAcknowledgement[],
  findings: readonly Finding[],
): readonly string[] {
  return acknowledgements.flatMap((each) => {
    const place = `${each.path}: ${each.id}`;
    return [
      ...(each.isBlanket ? [`${place} is acknowledged for a whole stack: acknowledge it at the one construct.`] : []),
      ...(isSubstantial(each.reason) ? [] : [`${place} has no reason that says why: "${each.reason}".`]),
      ...(findings.some((finding) => silences(each, finding)) ? [] : [`${place} silences nothing: remove it.`]),
    ];
  });
}

/** The rule of cdk-nag 3: the same id, at the resource or above it. */
function silences({ id, path }: PlacedAcknowledgement, finding: Finding): boolean {
  return id === finding.rule && (finding.path === path || finding.path.startsWith(`${path}/`) || path === '');
}

function isSubstantial(reason: string): boolean {
  return reason.trim().split(/\s+/).length >= FEWEST_WORDS;
}
