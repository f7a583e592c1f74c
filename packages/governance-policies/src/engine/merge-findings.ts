import type { Finding } from './finding.js';

/** A finding, and the one thing that it speaks of where many places share it. */
export interface SharedFinding {
  readonly finding: Finding;
  readonly about?: string | undefined;
}

/**
 * What an author wrote once is told once: findings of one rule at one place that say the same become one, with all the
 * steps that inherit from there; so do those about one thing that many places share. Of their fingerprints the smallest
 * stays, whatever the order of the steps. Findings of one place that say different things keep apart, by fingerprint too.
 */
export function mergeFindings(found: readonly SharedFinding[]): readonly Finding[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const { finding, about } of found) {
    const { rule, path, verdict, message } = finding;
    const key = JSON.stringify(about === undefined ? [rule, path, verdict, message] : [rule, verdict, about]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [finding]);
    else known.push(finding);
  }
  return withOwnFingerprints([...groups.values()].map(together));
}

function together(same: readonly [Finding, ...Finding[]]): Finding {
  const [first] = same;
  if (same.length === 1) return first;
  return {
    ...first,
    steps: [...new Set(same.flatMap(({ steps }) => steps))],
    edits: same.flatMap(({ edits }) => edits),
    places: same.flatMap(({ places }) => places),
    fingerprint: same.reduce(
      (least, { fingerprint }) => (fingerprint < least ? fingerprint : least),
      first.fingerprint,
    ),
  };
}

/** Several findings of one rule at one place are told apart by their number, in the order of what they say. */
function withOwnFingerprints(findings: readonly Finding[]): readonly Finding[] {
  const messages = new Map<string, string[]>();
  for (const { fingerprint, message } of findings) {
    const said = messages.get(fingerprint);
    if (said === undefined) messages.set(fingerprint, [message]);
    else said.push(message);
  }
  return findings.map((finding) => {
    const said = messages.get(finding.fingerprint) ?? [];
    const position = [...said].sort().indexOf(finding.message);
    return position <= 0 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${position + 1}` };
  });
}
