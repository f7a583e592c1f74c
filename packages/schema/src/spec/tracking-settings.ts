import { z } from 'zod';
import { authorObject } from './author-object.js';
import { mapOrReport } from './map-or-report.js';
import { forwardIssues } from './report-issue.js';
import type { Slot } from './slots.js';
import { text } from './slots.js';
import type { SpecValue } from './spec-value.js';
import { startTimeOnly } from './start-time-only.js';
import { arn, hasForm } from './text-checks.js';

const name = (what: string, longest: number): Slot =>
  startTimeOnly(text(hasForm({ what, pattern: /\S/, allowed: 'it must not be empty', longest })));

/** Names of a SageMaker experiment and of its trial; the form of literal names is rule R16, of the definition. */
export const experimentNames = authorObject({
  name: name('the experiment name', 2048).optional().describe('Experiment. Default: the name of the pipeline.'),
  trial: name('the trial name', 2048).optional().describe('Trial of an execution. Default: its id.'),
});

/** The experiment of each execution, or `none`. */
export type ExperimentSetting = 'none' | z.output<typeof experimentNames>;

/** Parses {@link ExperimentSetting}. */
export const experimentSetting = z
  .unknown()
  .meta({ anyOf: [{ const: 'none' }, { $ref: '#/$defs/Experiment' }] })
  .transform((input, context): ExperimentSetting => {
    if (input === 'none') return 'none';
    const map = mapOrReport(input, context, 'none, or a map of name and trial');
    if (map === undefined) return z.NEVER;
    const parsed = experimentNames.safeParse(map);
    if (parsed.success) return parsed.data;
    forwardIssues(context, parsed.error.issues);
    return z.NEVER;
  });

/**
 * The MLflow server that executions log to. Source: aws/sagemaker-python-sdk a248126, `workflow/pipeline.py`
 * (`MlflowConfig`); StartPipelineExecution `MlflowExperimentName` has 1 to 256 characters.
 */
export const mlflowSetting = authorObject({
  trackingServerArn: startTimeOnly(arn('sagemaker')).describe('ARN of the MLflow tracking server or app.'),
  experimentName: name('the experiment name', 256).optional().describe('Experiment in MLflow, at most 256 characters.'),
});

/** What an author says of MLflow. */
export type MlflowSetting = { readonly trackingServerArn: SpecValue; readonly experimentName?: SpecValue | undefined };
