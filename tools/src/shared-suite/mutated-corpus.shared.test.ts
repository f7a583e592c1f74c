import { expect, test } from 'vitest';
import { campaignSubjects } from '../campaign/campaign-subjects.js';
import { runCampaign } from '../campaign/run-campaign.js';
import { describeShared } from './shared-folder.js';

describeShared('corpus of foreign definitions, mutated', () => {
  test('two hundred mutants keep the laws', { timeout: 120_000 }, async () => {
    const { broken, accepted } = await runCampaign(await campaignSubjects.corpus(), { seed: 1, count: 200 });
    expect(broken).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
  });
});
