import type { Finding } from '../engine/finding.js';
import type { FoundPlace } from '../engine/found-place.js';

/** The finding as it would be if it spoke of some of its places only; at least one. */
export function narrowFinding(finding: Finding, places: readonly FoundPlace[]): Finding {
  if (places.length === finding.places.length) return finding;
  const [smallest = ''] = places.map(({ fingerprint }) => fingerprint).sort();
  // Several findings of one rule at one place are told apart by a number after the fingerprint.
  const number = /-\d+$/.exec(finding.fingerprint)?.[0] ?? '';
  return {
    ...finding,
    places,
    steps: [...new Set(places.map(({ step }) => step).filter((step) => step !== ''))],
    edits: places.flatMap(({ edits }) => edits),
    fingerprint: `${smallest}${number}`,
  };
}
