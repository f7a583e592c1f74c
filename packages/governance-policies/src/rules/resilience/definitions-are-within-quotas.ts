import { writeJson } from '@millrace/schema';
import { z } from 'zod';
import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';

/** MR-RES-005 */
export const definitionsAreWithinQuotas = defineRule({
  id: 'MR-RES-005',
  profiles: { baseline: 'warning' },
  title: 'a definition fits into what SageMaker takes',
  checks:
    'At most 1,048,576 characters, and at most as many steps as the quota of the account (50, unless "limits:" of the project config says more).',
  why: 'CreatePipeline refuses what is larger, at deployment, after everything else has been built.',
  fix: {
    kind: 'none',
    how: 'split the pipeline, or let AWS raise the quota and write it below "limits:" in the project config',
  },
  source: 'CreatePipeline, PipelineDefinition; quotas of SageMaker Pipelines',
  sameAs: ['graph/too-many-steps', 'definition/definition-too-large'],
  options: z.strictObject({
    maxCharacters: z
      .number()
      .int()
      .positive()
      .max(1_048_576)
      .default(1_048_576)
      .describe('The longest definition, without indentation.'),
  }),
  subjects: () => [{ path: [] }],
  judge: function* ({ path }, { definition }, { maxCharacters }) {
    const characters = writeJson(definition.json, { compact: true }).length;
    if (characters > maxCharacters) {
      yield violation(`the definition has ${characters} characters, and at most ${maxCharacters} are allowed`, {
        path,
      });
    }
    const { length: steps } = definition.steps;
    if (steps > definition.limits.steps) {
      yield violation(`the pipeline has ${steps} steps, and the quota is ${definition.limits.steps}`, { path });
    }
  },
});
