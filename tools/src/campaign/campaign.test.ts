import { expect, test } from 'vitest';
import { campaignSubjects } from './campaign-subjects.js';
import { runCampaign } from './run-campaign.js';

test.each(['specs', 'definitions', 'fixes'] as const)(
  'a hundred mutated %s keep the laws',
  { timeout: 120_000 },
  async (name) => {
    const { broken, accepted, refused } = await runCampaign(await campaignSubjects[name](), { seed: 1, count: 100 });
    expect(broken).toEqual([]);
    expect(accepted + refused).toBe(100);
    // A campaign in which everything is refused at once would prove nothing.
    expect(accepted).toBeGreaterThan(0);
  },
);
