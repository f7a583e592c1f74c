import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ScheduledStart, type StartTime } from '../scheduled-start/scheduled-start.js';
import { type ExecutionParameters, parameterList, type StartedPipeline, startStatement } from './started-pipeline.js';

/** Settings of {@link PipelineSchedule}. */
export interface PipelineScheduleProps extends StartTime {
  readonly pipeline: StartedPipeline;
  readonly encryptionKey: kms.IKey;
  /** @default - the defaults of the parameters */
  readonly parameters?: ExecutionParameters;
}

/** Starts executions at times. An execution that is under way does not keep the next one from starting. */
export class PipelineSchedule extends Construct {
  constructor(scope: Construct, id: string, { pipeline, encryptionKey, parameters, ...time }: PipelineScheduleProps) {
    super(scope, id);
    new ScheduledStart(this, 'Start', {
      description: `Starts ${pipeline.pipelineName}.`,
      time,
      encryptionKey,
      targetArn: pipeline.pipelineArn,
      ...(parameters && {
        target: { sageMakerPipelineParameters: { pipelineParameterList: parameterList(parameters) } },
      }),
      statements: [startStatement(pipeline)],
    });
  }
}
