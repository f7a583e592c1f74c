import fc from 'fast-check';
import type { CampaignSubject } from './campaign-subject.js';

/** Which mutants a campaign makes: the same seed and number give the same one. */
export interface CampaignRequest {
  readonly seed: number;
  /** The number of the first mutant; without it 0. */
  readonly from?: number;
  readonly count: number;
}

/** A mutant that broke a law. */
export interface BrokenLaw {
  readonly number: number;
  readonly text: string;
  readonly law: string;
}

/** What came of a campaign. */
export interface CampaignResult {
  readonly accepted: number;
  readonly refused: number;
  readonly broken: readonly BrokenLaw[];
}

/**
 * Judges mutants one after another.
 * @param onStart told the number of each mutant before it is judged
 */
export async function runCampaign(
  { mutants, judge }: CampaignSubject,
  { seed, from = 0, count }: CampaignRequest,
  onStart: (number: number) => void = () => undefined,
): Promise<CampaignResult> {
  const broken: BrokenLaw[] = [];
  let accepted = 0;
  for (const { number, text } of mutantsFrom(mutants, { seed, from, count })) {
    onStart(number);
    const { outcome, broken: law } = await judge(text);
    if (outcome === 'accepted') accepted++;
    if (law !== undefined) broken.push({ number, text, law });
  }
  return { accepted, refused: count - accepted, broken };
}

/** Mutants that are made together; fast-check varies more within a sample than between samples of one. */
const SAMPLE = 100;

/** Apart from each other, so that campaigns with neighbouring seeds share no mutants. */
const SEED_STEP = 1_000_003;

/** The mutants of a request, made while they are asked for: thousands of them would fill the memory. */
export function* mutantsFrom(
  mutants: fc.Arbitrary<string>,
  { seed, from = 0, count }: CampaignRequest,
): Iterable<{ readonly number: number; readonly text: string }> {
  let sample: readonly string[] = [];
  for (let number = from; number < from + count; number++) {
    const at = number % SAMPLE;
    if (sample.length === 0 || at === 0) {
      const sampleSeed = seed * SEED_STEP + Math.floor(number / SAMPLE);
      sample = fc.sample(mutants, { seed: sampleSeed | 0, numRuns: SAMPLE });
    }
    yield { number, text: sample[at] ?? '' };
  }
}
