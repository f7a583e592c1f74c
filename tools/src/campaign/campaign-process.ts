import type { CampaignSubjectName } from './campaign-subjects.js';
import { campaignSubjects } from './campaign-subjects.js';
import type { CampaignMessage } from './guarded-campaign.js';
import { runCampaign } from './run-campaign.js';

// Judges one slice of a campaign; started by runGuardedCampaign with a subject, a seed, a first number and a count.
const [subject = 'specs', seed, from, count] = process.argv.slice(2);

function tell(message: CampaignMessage): void {
  process.send?.(message);
}

// The name comes from the list that the parent has.
const chosen = await campaignSubjects[subject as CampaignSubjectName]();
const request = { seed: Number(seed), from: Number(from), count: Number(count) };
const result = await runCampaign(chosen, request, (started) => tell({ started }));
tell({ result, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_024) });
process.disconnect();
