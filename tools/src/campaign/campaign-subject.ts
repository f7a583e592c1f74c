import type fc from 'fast-check';
import type { Verdict } from './verdict.js';

/** What a campaign mutates, and the laws that it holds each mutant to. */
export interface CampaignSubject {
  /** Told to people: `mutated specs`. */
  readonly what: string;
  readonly mutants: fc.Arbitrary<string>;
  readonly judge: (text: string) => Promise<Verdict>;
}
