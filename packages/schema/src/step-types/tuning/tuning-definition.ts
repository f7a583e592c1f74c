import type { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { literalText } from '../../spec/literal-only.js';
import { type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { choice } from '../../spec/slots.js';
import { formedText } from '../../spec/text-checks.js';
import { hyperparameters, trainingJobFields } from '../training/training-body.js';
import { tuningDiagnostics } from './tuning-diagnostics.js';
import { checkRanges, namesOfRanges, tuningRanges } from './tuning-ranges.js';

const objective = authorObject({
  name: literalText(
    formedText({ what: 'the metric name', pattern: /^.+$/, allowed: 'it must not be empty', longest: 255 }),
  ).describe('Metric by which training jobs are compared.'),
  type: literalText(choice(['Maximize', 'Minimize'])).describe('Which values are good: Maximize or Minimize.'),
});

/** What an author says of the training jobs that a tuning job starts: those of a Training step, except what varies. */
export const tuningDefinitionFields = {
  ...trainingJobFields,
  objective: objective.describe('What the best training job is best at: { name: METRIC, type: Maximize }.'),
  ranges: tuningRanges.describe('Hyperparameters that vary, by kind of range.'),
  staticHyperparameters: hyperparameters
    .optional()
    .describe('Hyperparameters that stay the same; numbers and booleans become text.'),
};

/** What an author says of the training jobs that a tuning job starts. */
export type TuningDefinition = z.output<z.ZodObject<typeof tuningDefinitionFields>>;

/** The checks on values of a well-formed definition. */
export function checkTuningDefinition(definition: TuningDefinition, context: IssueContext): void {
  const { ranges, staticHyperparameters = {}, metrics = [] } = definition;
  checkRanges(ranges, context);
  for (const name of namesOfRanges(ranges).filter((each) => Object.hasOwn(staticHyperparameters, each))) {
    reportIssue(context, tuningDiagnostics['tuned-and-static'], {
      parameters: { name },
      at: ['staticHyperparameters', name],
      place: { target: 'key' },
    });
  }
  const names = metrics.map((metric) => metric.name);
  if (names.length > 0 && !names.includes(definition.objective.name)) {
    const parameters = { name: definition.objective.name, metrics: names };
    reportIssue(context, tuningDiagnostics['objective-not-measured'], { parameters, at: ['objective', 'name'] });
  }
}
