import type { CampaignSubject } from './campaign-subject.js';
import { judgeDefinition } from './judge-definition.js';
import { judgeFixes } from './judge-fixes.js';
import { judgeSpec } from './judge-spec.js';
import { mutatedCorpus, mutatedDefinitions } from './mutated-definitions.js';
import { mutatedSpecs } from './mutated-specs.js';

/** The list of what a campaign can mutate. */
export const campaignSubjects = {
  specs: async (): Promise<CampaignSubject> => ({ what: 'mutated specs', mutants: mutatedSpecs(), judge: judgeSpec }),
  definitions: async (): Promise<CampaignSubject> => ({
    what: 'mutated definitions',
    mutants: await mutatedDefinitions(),
    judge: judgeDefinition,
  }),
  corpus: async (): Promise<CampaignSubject> => ({
    what: 'mutated definitions of other people',
    mutants: mutatedCorpus(),
    judge: judgeDefinition,
  }),
  fixes: async (): Promise<CampaignSubject> => ({
    what: 'mutated definitions whose findings are fixed',
    mutants: await mutatedDefinitions(),
    judge: judgeFixes,
  }),
} as const;

/** The name of a subject, as `--of` takes it. */
export type CampaignSubjectName = keyof typeof campaignSubjects;

/** The names of all subjects. */
// Object.keys is typed string[]; the constant above has exactly these keys.
export const CAMPAIGN_SUBJECTS = Object.keys(campaignSubjects) as readonly CampaignSubjectName[];
