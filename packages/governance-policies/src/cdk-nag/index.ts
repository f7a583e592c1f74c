// A rule pack for cdk-nag 3. Only what imports this entry point needs the CDK.

export type { PipelineChecksProps } from './pipeline-checks-props.js';
export { SageMakerPipelineChecks } from './sagemaker-pipeline-checks.js';
