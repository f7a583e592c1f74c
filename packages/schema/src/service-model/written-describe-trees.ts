import type { DescribeTrees } from './describe-trees.js';

const CONSTRAINTS = { CalculatedBaselineConstraints: 'String', BaselineUsedForDriftCheckConstraints: 'String' };
const STATISTICS = { CalculatedBaselineStatistics: 'String', BaselineUsedForDriftCheckStatistics: 'String' };

/**
 * What steps offer that no `Describe*` operation returns: SageMaker Pipelines makes it itself. Operations are named
 * after the step type; `describes` of a declaration merges them with published ones, and the later wins.
 * Source: the properties of the step classes of the SageMaker Python SDK v2.257.6, `sagemaker/workflow`.
 */
export const writtenDescribeTrees: Pick<DescribeTrees, 'operations' | 'nodes'> = {
  operations: {
    // lambda_step.py, callback_step.py
    'Pipelines.OutputParameters': 'WrittenOutputParameters',
    // condition_step.py
    'Pipelines.Condition': 'WrittenCondition',
    // clarify_check_step.py, quality_check_step.py
    'Pipelines.ClarifyCheck': 'WrittenClarifyCheck',
    'Pipelines.QualityCheck': 'WrittenQualityCheck',
    // automl_step.py
    'Pipelines.AutoML': 'WrittenAutoML',
    // emr_step.py
    'Pipelines.EMR': 'WrittenEMR',
    // lineage_step.py
    'Pipelines.Lineage': 'WrittenLineage',
    // bedrock_steps.py: fields of the deployment that GetCustomModelDeployment calls otherwise or lacks
    'Pipelines.BedrockCustomModelDeployment': 'WrittenBedrockCustomModelDeployment',
    // SDK v3 sagemaker-train, evaluate/mtrl_pipeline_templates.py reads inside the document, which DescribeJob returns as text
    'Pipelines.Job': 'WrittenJob',
  },
  nodes: {
    WrittenOutputParameters: { members: { OutputParameters: 'WrittenAnyByName' } },
    WrittenCondition: { members: { Outcome: 'Any' } },
    WrittenClarifyCheck: { members: CONSTRAINTS },
    WrittenQualityCheck: { members: { ...CONSTRAINTS, ...STATISTICS } },
    WrittenAutoML: { members: { BestCandidateProperties: 'WrittenCandidateReports' } },
    WrittenCandidateReports: {
      members: { ModelInsightsJsonReportPath: 'String', ExplainabilityJsonReportPath: 'String' },
    },
    WrittenEMR: { members: { ClusterId: 'String' } },
    WrittenLineage: {
      members: {
        ActionArns: 'WrittenTextByName',
        ArtifactArns: 'WrittenTextByName',
        ContextArns: 'WrittenTextByName',
        Associations: 'Any',
      },
    },
    WrittenBedrockCustomModelDeployment: { members: { ModelDeploymentArn: 'String', Tags: 'Any' } },
    WrittenJob: { members: { JobConfigDocument: 'Any' } },
    WrittenAnyByName: { map: 'Any' },
    WrittenTextByName: { map: 'String' },
  },
};
