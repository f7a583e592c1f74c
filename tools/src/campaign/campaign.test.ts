import { expect, test } from 'vitest';
import { runCampaign } from './run-campaign.js';

test('a hundred mutated specs keep the laws', { timeout: 60_000 }, async () => {
  const { broken, definitions, diagnostics } = await runCampaign({ seed: 1, count: 100 });
  expect(broken).toEqual([]);
  expect(definitions + diagnostics).toBe(100);
});
