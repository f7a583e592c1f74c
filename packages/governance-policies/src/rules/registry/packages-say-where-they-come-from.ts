import { get, isJsonObject } from '@millrace/schema';
import { z } from 'zod';
import { editsThatSet } from '../../fixes/edits-that-set.js';
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
    how: 'add CustomerMetadataProperties with the commit and the version of the data, or with the ARN of the execution, which leads to its definition',
  },
  source:
    'Well-Architected ML Lens MLREL-06 (traceability); CreateModelPackage, CustomerMetadataProperties (at most 50 entries); DescribePipelineDefinitionForExecution',
  options: z.strictObject({
    keys: z
      .array(z.string())
      .default([])
      .describe('Keys of CustomerMetadataProperties that have to be there, as git_commit.'),
  }),
  subjects: registrations,
  judge: function* (job, _, { keys }) {
    const { value, path, place } = job.member(['CustomerMetadataProperties']);
    const given = isJsonObject(value) ? Object.keys(value) : [];
    const missing = keys.filter((key) => !given.includes(key));
    if (missing.length > 0) yield violation(`the version does not say its ${missing.join(', ')}`, { path, place });
    else if (given.length === 0 && job.member(['MetadataProperties', 'CommitId']).value === undefined) {
      // DescribePipelineDefinitionForExecution gives the definition of an execution, and so its code and data.
      const edits = editsThatSet([...place, 'PipelineExecutionArn'], get('Execution.PipelineExecutionArn'));
      yield violation('the version does not say which code and data made it', { path, place, edits });
    }
  },
});
