import { type PropertyPath, parsePropertyPath } from '../../definition/reference.js';
import { madeWithShortName, permissionsOfJob } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { JOB_EXCEPTION_TYPES } from '../step-type-facts.js';
import { autoMLBody } from './automl-body.js';

/** Finds a model for a table by itself. */
export const autoML = declareStepType({
  type: 'AutoML',
  summary: 'Finds the best model for a table by itself (SageMaker Autopilot, mode ENSEMBLING).',
  body: autoMLBody,
  request: 'CreateAutoMLJob',
  describes: ['DescribeAutoMLJob', 'Pipelines.AutoML'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: {
    bestModel: property('.BestCandidate.InferenceContainers[0].ModelDataUrl'),
    modelArtifacts: property('.BestCandidate.InferenceContainers[0].ModelDataUrl'),
    bestImage: property('.BestCandidate.InferenceContainers[0].Image'),
    bestCandidateName: property('.BestCandidate.CandidateName'),
    bestObjectiveValue: property('.BestCandidate.FinalAutoMLJobObjectiveMetric.Value'),
    modelInsightsReport: property('.BestCandidateProperties.ModelInsightsJsonReportPath'),
    explainabilityReport: property('.BestCandidateProperties.ExplainabilityJsonReportPath'),
  },
  facts: {
    execution: 'container-job',
    cache: {
      attributes: [
        'AutoMLJobConfig.CandidateGenerationConfig',
        'AutoMLJobConfig.CompletionCriteria',
        'AutoMLJobConfig.DataSplitConfig',
        'AutoMLJobConfig.Mode',
        'AutoMLJobObjective',
        'InputDataConfig',
        'ProblemType',
      ],
    },
    retry: { exceptions: JOB_EXCEPTION_TYPES, withoutEffect: ['SageMaker.JOB_INTERNAL_ERROR'] },
    propertyFiles: false,
    dependable: true,
    settings: ['network', 'roleArn', 'kmsKeyArn', 'tags'],
    permissions: [
      ...permissionsOfJob('AutoMLJob', madeWithShortName('automl-job', 'AutoMLJobName')),
      {
        sid: 'ListCandidates',
        actions: ['sagemaker:ListCandidatesForAutoMLJob'],
        on: [{ kind: 'unscoped', action: 'sagemaker:ListCandidatesForAutoMLJob' }],
        why: 'finds the best candidate of a job',
      },
    ],
    // A job starts others, which all run with its role (developer guide, "Autopilot: execution role").
    passedRoles: [
      {
        members: ['RoleArn'],
        service: 'sagemaker.amazonaws.com',
        assumedFor: [
          'sagemaker:automl-job/*',
          'sagemaker:processing-job/*',
          'sagemaker:training-job/*',
          'sagemaker:transform-job/*',
        ],
        logGroup: '/aws/sagemaker/TrainingJobs',
      },
    ],
    billing: 'instance-seconds',
  },
  example: {
    name: 'FindModel',
    type: 'AutoML',
    autoML: { inputs: [{ s3Uri: 's3://<default_bucket>/data/table.csv' }], target: 'churned' },
  },
});

function property(path: string): PropertyPath {
  // These paths are well-formed.
  return parsePropertyPath(path) ?? [];
}
