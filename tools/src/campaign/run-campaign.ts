import { judgeSpec } from './judge-spec.js';
import { type CampaignRequest, mutatedSpecs } from './mutated-specs.js';

/** What came of a campaign. */
export interface CampaignResult {
  readonly definitions: number;
  readonly diagnostics: number;
  readonly seconds: number;
  /** Specs that broke a law, with the law. */
  readonly broken: readonly { readonly spec: string; readonly law: string }[];
}

/** Compiles mutated specs one after another and holds each to the laws. */
export async function runCampaign(request: CampaignRequest): Promise<CampaignResult> {
  const specs = mutatedSpecs(request);
  const start = performance.now();
  const broken: { spec: string; law: string }[] = [];
  let definitions = 0;
  for (const spec of specs) {
    const { outcome, broken: law } = await judgeSpec(spec);
    if (outcome === 'definition') definitions++;
    if (law !== undefined) broken.push({ spec, law });
  }
  const seconds = (performance.now() - start) / 1_000;
  return { definitions, diagnostics: specs.length - definitions, seconds, broken };
}
