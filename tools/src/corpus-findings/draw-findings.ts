import { createHash } from 'node:crypto';
import type { CorpusFinding } from './corpus-finding.js';
import type { GovernedCorpus } from './govern-corpus.js';

/** What the draw begins with; another seed draws other findings. */
const SEED = 'millrace-5';

/** How many of a rule are drawn, each of another definition. */
const OF_A_RULE = 2;

/** A unit test of the SDK on size: most findings of all are its two thousand equal steps. */
const SIZE_TEST = /^160-/;

/**
 * Findings to examine, of every rule that finds something in the corpus. Each finding draws its lot by itself, so that the
 * same ones stay drawn when rules come, go and change.
 */
export function drawFindings({ findings }: GovernedCorpus): readonly CorpusFinding[] {
  const plain = [...findings.regulated, ...findings.cost];
  const known = new Set(plain.map(({ finding }) => finding.rule));
  // Rules on limits of an environment find nothing without one.
  const all = [...plain, ...findings.limits.filter(({ finding }) => !known.has(finding.rule))];
  const rules = [...new Set(all.map(({ finding }) => finding.rule))].sort();
  return rules.flatMap((rule) => drawOf(all.filter(({ finding }) => finding.rule === rule)));
}

function drawOf(same: readonly CorpusFinding[]): readonly CorpusFinding[] {
  const lots = same
    .filter(({ definition }) => !SIZE_TEST.test(definition.file) || same.length === 1)
    .map((each) => ({ each, lot: lotOf(each) }))
    .sort((one, other) => one.lot.localeCompare(other.lot));
  const first = lots.filter(
    ({ each }, index) => lots.findIndex((other) => other.each.definition.file === each.definition.file) === index,
  );
  return first.slice(0, OF_A_RULE).map(({ each }) => each);
}

function lotOf({ definition, finding }: CorpusFinding): string {
  return createHash('sha256').update(`${SEED} ${definition.file} ${finding.rule} ${finding.fingerprint}`).digest('hex');
}
