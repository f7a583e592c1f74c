import { isJsonObject } from '@millrace/schema';
import { z } from 'zod';
import { registrations } from '../../jobs/registrations.js';
import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';

/** MR-REG-005 */
export const packagesSayWhereTheyComeFrom = defineRule({
  id: 'MR-REG-005',
  profiles: { baseline: 'warning' },
  title: 'a registered model says which code and data made it',
  checks:
    'CustomerMetadataProperties of RegisterModel steps, or MetadataProperties with a CommitId; with the option "keys" exactly these.',
  why: 'Months later nobody can tell from an ARN which commit and which data made the version that misbehaves.',
  fix: {
    kind: 'safe',
    how: 'add CustomerMetadataProperties with the commit, the version of the data and the hash of the definition',
  },
  source:
    'Well-Architected ML Lens MLREL-06 (traceability); CreateModelPackage, CustomerMetadataProperties (at most 50 entries)',
  options: z.strictObject({
    keys: z
      .array(z.string())
      .default([])
      .describe('Keys of CustomerMetadataProperties that have to be there, as git_commit.'),
  }),
  subjects: registrations,
  judge: function* (job, _, { keys }) {
    const { value, path } = job.member(['CustomerMetadataProperties']);
    const given = isJsonObject(value) ? Object.keys(value) : [];
    const missing = keys.filter((key) => !given.includes(key));
    if (missing.length > 0) yield violation(`the version does not say its ${missing.join(', ')}`, { path });
    else if (given.length === 0 && job.member(['MetadataProperties', 'CommitId']).value === undefined) {
      yield violation('the version does not say which code and data made it', { path });
    }
  },
});
