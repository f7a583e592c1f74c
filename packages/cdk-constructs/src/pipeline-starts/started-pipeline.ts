import type { RoleStatement } from '../role-policy/role-policy.js';

/** A pipeline as far as whoever starts or watches it must know it. */
export interface StartedPipeline {
  readonly pipelineName: string;
  readonly pipelineArn: string;
}

/** Values of the parameters of an execution, by name. */
export type ExecutionParameters = Readonly<Record<string, string>>;

/** What starting executions of a pipeline takes. */
export function startStatement({ pipelineArn }: StartedPipeline): RoleStatement {
  return { sid: 'StartPipeline', actions: ['sagemaker:StartPipelineExecution'], resources: [pipelineArn] };
}

/** In the words of EventBridge: `SageMakerPipelineParameters`. */
export function parameterList(parameters: ExecutionParameters): { name: string; value: string }[] {
  return Object.entries(parameters).map(([name, value]) => ({ name, value }));
}
