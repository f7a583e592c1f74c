import { type PropertyPath, parsePropertyPath } from '../../definition/reference.js';
import { literalTextOf, type SpecValue } from '../../spec/spec-value.js';
import type { StepOutput } from '../step-output.js';
import { madeWithShortName, permissionsToMake } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { JOB_EXCEPTION_TYPES } from '../step-type-facts.js';
import { TRAINING_ROLE } from '../training/training-role.js';
import { isSingleTuning, type TuningBody, tuningBody } from './tuning-body.js';

/** Starts many training jobs and keeps the best. */
export const tuning = declareStepType({
  type: 'Tuning',
  summary: 'Trains many times with other hyperparameters and finds the best model.',
  body: tuningBody,
  request: 'CreateHyperParameterTuningJob',
  describes: ['DescribeHyperParameterTuningJob', 'ListTrainingJobsForHyperParameterTuningJob'],
  siblings: [],
  outputs: modelOutputs,
  fixedOutputs: {
    tuningJobName: property('.HyperParameterTuningJobName'),
    bestTrainingJobName: property('.BestTrainingJob.TrainingJobName'),
    bestObjectiveValue: property('.BestTrainingJob.FinalHyperParameterTuningJobObjectiveMetric.Value'),
  },
  // Several definitions say all of this themselves.
  inheritsUnless: {
    framework: ['imageUri', 'trainingDefinitions'],
    instanceType: ['trainingDefinitions', 'instanceGroups'],
    instanceCount: ['trainingDefinitions', 'instanceGroups'],
    volumeSizeInGB: ['trainingDefinitions'],
    maxRuntime: ['trainingDefinitions'],
  },
  facts: {
    execution: 'container-job',
    cache: {
      attributes: [
        'HyperParameterTuningJobConfig',
        'TrainingJobDefinition.AlgorithmSpecification',
        'TrainingJobDefinition.HyperParameterRanges',
        'TrainingJobDefinition.InputDataConfig',
        'TrainingJobDefinition.StaticHyperParameters',
        'TrainingJobDefinition.TuningObjective',
        'TrainingJobDefinitions',
      ],
    },
    retry: { exceptions: JOB_EXCEPTION_TYPES, withoutEffect: ['SageMaker.JOB_INTERNAL_ERROR'] },
    propertyFiles: false,
    dependable: true,
    settings: ['environment', 'network', 'roleArn', 'kmsKeyArn', 'tags'],
    permissions: permissionsToMake({
      name: 'HyperParameterTuningJobs',
      made: madeWithShortName('hyper-parameter-tuning-job', 'HyperParameterTuningJobName'),
      create: 'CreateHyperParameterTuningJob',
      others: [
        'DescribeHyperParameterTuningJob',
        'StopHyperParameterTuningJob',
        'ListTrainingJobsForHyperParameterTuningJob',
      ],
    }),
    passedRoles: [
      {
        ...TRAINING_ROLE,
        members: ['TrainingJobDefinition.RoleArn', 'TrainingJobDefinitions.RoleArn'],
        assumedFor: ['sagemaker:hyper-parameter-tuning-job/*', 'sagemaker:training-job/*'],
      },
    ],
    billing: 'instance-seconds',
  },
  example: {
    name: 'Tune',
    type: 'Tuning',
    tuning: {
      imageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/train:1.0',
      instanceType: 'ml.m5.xlarge',
      inputChannels: [{ channelName: 'train', s3Uri: 's3://<default_bucket>/data/train' }],
      objective: { name: 'validation:auc', type: 'Maximize' },
      ranges: { integer: { max_depth: { min: 3, max: 10 } } },
      limits: { maxJobs: 10, maxParallelJobs: 2 },
    },
  },
});

/** SageMaker lists the best fifty training jobs, from 0 (SDK `get_top_model_s3_uri`). */
const MOST_TOP_MODELS = 50;

/**
 * The model artifacts, best first. Where definitions write to different places, nothing tells which place a job has
 * written to, so there are none.
 */
function modelOutputs(body: TuningBody): ReadonlyMap<string, StepOutput> {
  const place = outputPlace(body);
  if (place === undefined) return new Map();
  const best = modelOf(place, '.BestTrainingJob.TrainingJobName');
  const count = Math.min(body.limits.maxJobs ?? MOST_TOP_MODELS, MOST_TOP_MODELS);
  const top = Array.from(
    { length: count },
    (_, k) => [`topModel${k}`, modelOf(place, `.TrainingJobSummaries[${k}].TrainingJobName`)] as const,
  );
  return new Map<string, StepOutput>([['bestModel', best], ['modelArtifacts', best], ...top]);
}

/** Where training jobs leave their models. */
interface OutputPlace {
  readonly folder: PropertyPath;
  /** Whether the folder is written with a slash at its end, which SageMaker gives back as it is. */
  readonly slash: boolean;
}

function modelOf({ folder, slash }: OutputPlace, job: string): StepOutput {
  return slash
    ? { on: '', parts: [folder, property(job), '/output/model.tar.gz'] }
    : { on: '/', parts: [folder, property(job), 'output/model.tar.gz'] };
}

function outputPlace(body: TuningBody): OutputPlace | undefined {
  if (isSingleTuning(body)) return placeOf('.TrainingJobDefinition', body.outputPath);
  const [first, ...others] = (body.trainingDefinitions ?? []).map(({ outputPath }) => outputPath);
  const same = others.every((other) => JSON.stringify(other?.form) === JSON.stringify(first?.form));
  return same ? placeOf('.TrainingJobDefinitions[0]', first) : undefined;
}

function placeOf(definition: string, outputPath: SpecValue | undefined): OutputPlace {
  const last = outputPath?.form.kind === 'text' ? outputPath.form.parts.at(-1) : outputPath;
  const slash = literalTextOf(last)?.endsWith('/') === true;
  return { folder: property(`${definition}.OutputDataConfig.S3OutputPath`), slash };
}

function property(path: string): PropertyPath {
  // These paths are well-formed.
  return parsePropertyPath(path) ?? [];
}
