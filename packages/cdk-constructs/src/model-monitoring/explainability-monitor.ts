import { Stack } from 'aws-cdk-lib';
import { CfnModelExplainabilityJobDefinition } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { EMIT_METRICS } from './monitor-job.js';
import type { MonitorKind } from './monitor-kind.js';
import type { MonitorSettings, StoredObject } from './monitor-settings.js';

/** Watches which features predictions follow from (SageMaker Clarify, SHAP). */
export interface ExplainabilityMonitorProps extends MonitorSettings {
  /** `analysis_config.json`: SHAP baseline, and in `predictor` the model of which Clarify makes an endpoint of its own. */
  readonly analysisConfig: StoredObject;
  /** `analysis.json` of a baseline job; @default - nothing to compare with, metrics only */
  readonly constraints?: StoredObject;
  /** JSONPath of the features; @default - those of the container's content type */
  readonly featuresAttribute?: string;
  /** Index or JSONPath of the prediction. */
  readonly inferenceAttribute?: string;
  /** Index or JSONPath of the probability. */
  readonly probabilityAttribute?: string;
}

/**
 * Not isolated: Clarify asks an endpoint that it makes for the analysis, and AWS tells to turn isolation off for that
 * ("Give Amazon SageMaker Clarify Jobs Access to Resources in Your Amazon VPC"), although Security Hub's SageMaker.20 wants
 * it. A network without a way out does the same; with one given, the job runs in it.
 */
export const explainabilityMonitor: MonitorKind<ExplainabilityMonitorProps> = {
  type: 'ModelExplainability',
  image: 'clarify:1.0',
  namespace: 'aws/sagemaker/Endpoints/explainability-metrics',
  isolated: false,
  reads: ({ analysisConfig, constraints }) => ({
    objects: [analysisConfig, ...(constraints ? [constraints] : [])],
    prefixes: [],
  }),
  statements: shadowEndpointStatements,
  define: (scope, job, props) => {
    const { roleArn, imageUri, jobResources, networkConfig, stoppingCondition } = job;
    const { analysisConfig, constraints, featuresAttribute, inferenceAttribute, probabilityAttribute } = props;
    const properties = {
      roleArn,
      modelExplainabilityAppSpecification: { imageUri, configUri: job.uri(analysisConfig), environment: EMIT_METRICS },
      ...(constraints && {
        modelExplainabilityBaselineConfig: { constraintsResource: { s3Uri: job.uri(constraints) } },
      }),
      modelExplainabilityJobInput: {
        endpointInput: {
          ...job.endpointInput({
            ...(inferenceAttribute !== undefined && { inferenceAttribute }),
            ...(probabilityAttribute !== undefined && { probabilityAttribute }),
          }),
          ...(featuresAttribute !== undefined && { featuresAttribute }),
        },
      },
      modelExplainabilityJobOutputConfig: job.outputConfig,
      jobResources,
      networkConfig,
      stoppingCondition,
    };
    const jobDefinitionName = job.named(properties);
    return new CfnModelExplainabilityJobDefinition(scope, 'Definition', { jobDefinitionName, ...properties });
  },
};

/** The endpoint that Clarify makes, asks and deletes; `sagemaker-clarify-endpoint-…` in AWS's own messages. */
function shadowEndpointStatements(scope: Construct): readonly RoleStatement[] {
  const arn = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: 'sagemaker', resource, resourceName });
  return [
    {
      sid: 'AskShadowEndpoint',
      actions: [
        'sagemaker:CreateEndpoint',
        'sagemaker:CreateEndpointConfig',
        'sagemaker:DescribeEndpoint',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:InvokeEndpoint',
        'sagemaker:DeleteEndpoint',
        'sagemaker:DeleteEndpointConfig',
        'sagemaker:AddTags',
      ],
      resources: [arn('endpoint', 'sagemaker-clarify-*'), arn('endpoint-config', 'sagemaker-clarify-*')],
      wildcard: 'Clarify names the endpoint of an analysis; the beginning of its name is exact.',
    },
    {
      sid: 'ReadExplainedModel',
      actions: ['sagemaker:DescribeModel'],
      resources: [arn('model', '*')],
      wildcard: 'The analysis configuration, an object in S3, names the model; this action only reads.',
    },
  ];
}
