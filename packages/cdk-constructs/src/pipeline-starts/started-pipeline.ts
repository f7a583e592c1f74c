import { Token } from 'aws-cdk-lib';
import type { RoleStatement } from '../role-policy/role-policy.js';

/** A pipeline as far as whoever starts or watches it must know it. */
export interface StartedPipeline {
  readonly pipelineName: string;
  readonly pipelineArn: string;
}

/** Values of the parameters of an execution, by name. */
export type ExecutionParameters = Readonly<Record<string, string>>;

/**
 * The ARNs under which SageMaker may speak of a pipeline: with its name as it was given, and in lower case, in which some
 * answers still have it (boto/boto3 issue 4606). IAM and patterns of events compare with regard to case.
 */
export function spellings({ pipelineName, pipelineArn }: StartedPipeline): readonly string[] {
  const lower = pipelineName.toLowerCase();
  const isKnown = !Token.isUnresolved(pipelineName) && pipelineArn.endsWith(pipelineName);
  if (!isKnown || lower === pipelineName) return [pipelineArn];
  return [pipelineArn, `${pipelineArn.slice(0, -pipelineName.length)}${lower}`];
}

/** What starting executions of a pipeline takes. */
export function startStatement(pipeline: StartedPipeline): RoleStatement {
  return { sid: 'StartPipeline', actions: ['sagemaker:StartPipelineExecution'], resources: spellings(pipeline) };
}

/** In the words of EventBridge: `SageMakerPipelineParameters`. */
export function parameterList(parameters: ExecutionParameters): { name: string; value: string }[] {
  return Object.entries(parameters).map(([name, value]) => ({ name, value }));
}
