import type { Finding } from './finding.js';

/**
 * What an author wrote once is told once: findings of one rule at one place that say the same become one, with all the
 * steps that inherit from there. Of their fingerprints the smallest stays, whatever the order of the steps. Findings of one
 * place that say different things keep apart, by fingerprint too.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.path, finding.verdict, finding.message]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? finding : together(known, finding));
  }
  return withOwnFingerprints([...merged.values()]);
}

function together(one: Finding, other: Finding): Finding {
  const fingerprint = one.fingerprint < other.fingerprint ? one.fingerprint : other.fingerprint;
  const steps = [...new Set([...one.steps, ...other.steps])];
  const edits = [...one.edits, ...other.edits];
  return { ...one, steps, edits, places: [...one.places, ...other.places], fingerprint };
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
