import { z } from 'zod';
import { acrossKeys, type Unchecked } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { timeSpan } from '../../spec/durations.js';
import { literalOnly, literalText } from '../../spec/literal-only.js';
import { type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { choice, flag, integer, number, text } from '../../spec/slots.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { formedText } from '../../spec/text-checks.js';
import { checkUnique } from '../../spec/unique-names.js';
import { checkTrainingJob } from '../training/training-body.js';
import { checkTuningDefinition, type TuningDefinition, tuningDefinitionFields } from './tuning-definition.js';
import { tuningDiagnostics } from './tuning-diagnostics.js';
import { combinationsOf } from './tuning-ranges.js';

const limits = authorObject({
  maxJobs: literalOnly(integer(1, 10_000))
    .transform(Number)
    .optional()
    .describe('Training jobs in all. Needed unless the strategy is Grid.'),
  maxParallelJobs: literalOnly(integer(1, 1_000)).transform(Number).describe('Training jobs at the same time.'),
  maxRuntime: literalOnly(timeSpan(120, 15_768_000)).optional().describe('Longest run time of the tuning job, as 12h.'),
});

const warmStart = authorObject({
  type: choice(['IdenticalDataAndAlgorithm', 'TransferLearning']).describe(
    'What the earlier jobs have in common with this one.',
  ),
  parents: z.array(text()).min(1).max(5).describe('Names of earlier tuning jobs, 1 to 5.'),
});

const completion = authorObject({
  targetValue: number().optional().describe('Value of the objective that is good enough.'),
  maxJobsWithoutImprovement: integer(3, 10_000)
    .optional()
    .describe('Stop after so many training jobs without a better one, from 3 on.'),
  onConvergence: literalOnly(flag())
    .transform((value) => value === true)
    .optional()
    .describe('Stop when it is unlikely that the objective improves.'),
});

const hyperband = authorObject({
  minResource: integer(1, 1_000_000_000).optional().describe('Smallest number of epochs or iterations.'),
  maxResource: integer(1, 1_000_000_000).optional().describe('Greatest number of epochs or iterations.'),
});

const trainingDefinition = authorObject({
  name: literalText(
    formedText({
      what: 'the definition name',
      pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
      allowed: 'use letters, digits and "-", beginning and ending with a letter or digit',
      longest: 64,
    }),
  ).describe('Name of the definition; unique in the step.'),
  ...tuningDefinitionFields,
})
  .check(acrossKeys(checkTrainingJob))
  .superRefine(checkTuningDefinition);

/** The body of a Tuning step: the fields of one kind of training job, or several definitions. Source: facts/sagemaker-pipelines, section 2.2, rule R86. */
export const tuningBody = authorObject({
  strategy: literalText(choice(['Bayesian', 'Random', 'Hyperband', 'Grid']))
    .optional()
    .describe('How values are chosen. Default: Bayesian.'),
  limits: limits.describe('How many training jobs: { maxJobs, maxParallelJobs }.'),
  ...z.object(tuningDefinitionFields).partial().shape,
  trainingDefinitions: z
    .array(trainingDefinition)
    .min(1)
    .max(10)
    .optional()
    .describe('Several kinds of training jobs, 1 to 10, each with all its fields, in place of these fields here.'),
  earlyStopping: literalText(choice(['Off', 'Auto']))
    .optional()
    .describe('Whether training jobs that promise nothing are stopped. Default: Off.'),
  warmStart: warmStart.optional().describe('Earlier tuning jobs to learn from.'),
  completion: completion.optional().describe('When to stop before all training jobs have run.'),
  hyperband: hyperband.optional().describe('Settings of the strategy Hyperband.'),
  autotune: literalOnly(flag()).optional().describe('Let SageMaker choose ranges and settings that are not given.'),
  randomSeed: integer(0, 2_147_483_647).optional().describe('Seed of the choice of values, for equal runs.'),
})
  .check(
    acrossKeys((body, context) => {
      checkUnique(
        body['trainingDefinitions'],
        { what: 'the definition', name: 'name', at: ['trainingDefinitions'] },
        context,
      );
      checkCompleteness(body, context);
      if (body['trainingDefinitions'] === undefined) checkTrainingJob(body, context);
    }),
  )
  .superRefine((body, context) => {
    // checkCompleteness has told what is missing, and then nothing else is asked.
    if (isSingleTuning(body)) checkTuningDefinition(body, context);
    checkLimits(body, context);
  });

/** What an author says of a Tuning step. */
export type TuningBody = z.output<typeof tuningBody>;

/** True for a tuning job of one kind of training jobs, whose fields stand in the body itself. */
export function isSingleTuning(body: TuningBody): body is TuningBody & TuningDefinition {
  return body.trainingDefinitions === undefined && REQUIRED.every((key) => body[key] !== undefined);
}

// Instances are asked for by the check of the training job: they may be groups.
const REQUIRED = ['inputChannels', 'objective', 'ranges'] as const;

/** Either the fields of one definition, the required ones among them, or several definitions and none of these fields. */
function checkCompleteness(body: Unchecked, context: IssueContext): void {
  const own = Object.keys(tuningDefinitionFields).filter((key) => body[key] !== undefined);
  if (body['trainingDefinitions'] === undefined) {
    for (const key of REQUIRED.filter((each) => body[each] === undefined))
      reportIssue(context, specDiagnostics['missing-key'], { parameters: { key } });
  } else if (own.length > 0) {
    const [first = ''] = own;
    chooseOne(body, { what: 'a tuning step', keys: ['trainingDefinitions', first] }, context);
  }
}

function checkLimits(body: TuningBody, context: IssueContext): void {
  const { maxJobs, maxParallelJobs } = body.limits;
  const definitions = body.trainingDefinitions ?? (isSingleTuning(body) ? [body] : []);
  if (body.strategy === 'Grid') checkGrid(definitions, maxJobs, context);
  else if (maxJobs === undefined)
    reportIssue(context, specDiagnostics['missing-key'], { parameters: { key: 'maxJobs' }, at: ['limits'] });
  if (maxJobs !== undefined && maxParallelJobs > maxJobs) {
    const problem = `${maxParallelJobs} training jobs at the same time are more than ${maxJobs} in all`;
    reportLimit({ problem, advice: `at most ${maxJobs}` }, ['limits', 'maxParallelJobs'], context);
  }
}

function checkGrid(definitions: readonly TuningDefinition[], maxJobs: number | undefined, context: IssueContext): void {
  const several = definitions.length > 1;
  for (const [index, { ranges }] of definitions.entries()) {
    const at = several ? ['trainingDefinitions', index, 'ranges'] : ['ranges'];
    for (const kind of ['integer', 'continuous'] as const) {
      if (Object.keys(ranges[kind] ?? {}).length === 0) continue;
      const place = { parameters: { kind }, at: [...at, kind], place: { target: 'key' } as const };
      reportIssue(context, tuningDiagnostics['grid-needs-categories'], place);
    }
  }
  const combinations = definitions.reduce((sum, { ranges }) => sum + combinationsOf(ranges), 0);
  if (maxJobs !== undefined && definitions.length === 1 && maxJobs !== combinations) {
    const problem = `a grid of ${combinations} combinations needs ${combinations} training jobs, but maxJobs is ${maxJobs}`;
    reportLimit({ problem, advice: 'remove maxJobs: it follows from the ranges' }, ['limits', 'maxJobs'], context);
  }
}

function reportLimit(
  parameters: { readonly problem: string; readonly advice: string },
  at: readonly string[],
  context: IssueContext,
): void {
  reportIssue(context, tuningDiagnostics['wrong-job-limit'], { parameters, at });
}
