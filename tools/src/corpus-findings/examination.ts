import type { CorpusFinding } from './corpus-finding.js';

/** What a person found on holding a finding against its definition and against what AWS documents. */
export interface Examination {
  readonly rule: string;
  /** The number of the definition: `040`. */
  readonly of: string;
  readonly fingerprint: string;
  /**
   * - `true`: what it says is the case, and its author would want to know;
   * - `mock`: true of what stands there, which is a mock of a unit test or a placeholder of the collection.
   *
   * False ones are not here: their rules were mended.
   */
  readonly verdict: 'true' | 'mock';
  /** What was seen. */
  readonly because: string;
}

/** The examination of a finding. */
export function examinationOf(
  { definition, finding }: CorpusFinding,
  examinations: readonly Examination[],
): Examination | undefined {
  return examinations.find(
    ({ rule, of, fingerprint }) =>
      rule === finding.rule && definition.file.startsWith(of) && fingerprint === finding.fingerprint,
  );
}
