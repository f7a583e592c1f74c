import { get } from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';

/** The default of the SageMaker SDK: an experiment of the pipeline's name, a trial for each execution. */
const EXPERIMENT = { ExperimentName: get('Execution.PipelineName'), TrialName: get('Execution.PipelineExecutionId') };

/** The experiment that an execution is part of; `none` leaves the member out, which switches experiments off. */
export function lowerExperiment(context: LoweringContext): Draft | undefined {
  const { experiment } = context.spec.pipeline;
  if (experiment === 'none') return undefined;
  if (experiment === undefined) return EXPERIMENT;
  const path = ['pipeline', 'experiment'];
  return placed(path, {
    ExperimentName: context.text(experiment.name, [...path, 'name']) ?? EXPERIMENT.ExperimentName,
    TrialName: context.text(experiment.trial, [...path, 'trial']) ?? EXPERIMENT.TrialName,
  });
}

/** The MLflow server of executions (aws/sagemaker-python-sdk a248126, `workflow/pipeline.py`). */
export function lowerMlflow(context: LoweringContext): Draft | undefined {
  const { mlflow } = context.spec.pipeline;
  if (mlflow === undefined) return undefined;
  const path = ['pipeline', 'mlflow'];
  return placed(path, {
    MlflowResourceArn: context.text(mlflow.trackingServerArn, [...path, 'trackingServerArn']),
    MlflowExperimentName: context.text(mlflow.experimentName, [...path, 'experimentName']),
  });
}
