import type {
  CreateAutoMLJobRequest,
  CreateEndpointConfigInput,
  CreateEndpointInput,
  CreateHyperParameterTuningJobRequest,
  CreateInferenceComponentInput,
  CreateJobRequest,
  CreateModelInput,
  CreateModelPackageInput,
  CreateProcessingJobRequest,
  CreateTrainingJobRequest,
  CreateTransformJobRequest,
} from '@aws-sdk/client-sagemaker';
import { describe, expectTypeOf, test } from 'vitest';
import type { SourceNumber } from '../source/source-number.js';
import type { ExpressionNode } from './expressible.js';
import type {
  AutoMLArguments,
  EndpointArguments,
  EndpointConfigArguments,
  InferenceComponentArguments,
  JobArguments,
  ModelArguments,
  ProcessingArguments,
  RegisterModelArguments,
  RequestArguments,
  TrainingArguments,
  TransformArguments,
  TuningArguments,
} from './generated/arguments.js';

/** Every leaf of a request as `.Member?.List?[].Map?{}: type`, where `?` marks what may be absent. */
type Leaves<T, P extends string = ''> = T extends ExpressionNode | SourceNumber
  ? never
  : T extends string
    ? `${P}: string`
    : T extends number
      ? `${P}: number`
      : T extends boolean
        ? `${P}: boolean`
        : T extends readonly (infer Item)[]
          ? Leaves<Item, `${P}[]`>
          : string extends keyof T
            ? Leaves<T[string], `${P}{}`>
            : { [K in keyof T & string]-?: Leaves<Exclude<T[K], undefined>, `${P}.${K}${Optional<T, K>}`> }[keyof T &
                string];
type Optional<T, K extends keyof T> = Record<never, never> extends Pick<T, K> ? '?' : '';

type OnlyInOurs<Ours, Published> = Exclude<Leaves<Ours>, Leaves<Published>>;
type OnlyInPublished<Ours, Published> = Exclude<Leaves<Published>, Leaves<Ours>>;

type ExperimentNames = `.ExperimentConfig?.${'ExperimentName' | 'TrialName' | 'RunName'}?: string`;

/** botocore has published these before the SDK for JavaScript did. */
type NewerThanTheSdk = `.CrossRegionTrafficConfig?${string}` | `${string}.AcceleratorPartition${string}`;

// Checked by the TypeScript compiler (`lint`): nothing happens when these run. The left side is what the selection
// of tools/src/generate-service-model changes, and nothing else.
describe('the generated interfaces are those of @aws-sdk/client-sagemaker but for the changes of pipelines', () => {
  test('Processing', () => {
    type Ours = ProcessingArguments;
    type Published = CreateProcessingJobRequest;
    expectTypeOf<OnlyInOurs<Ours, Published>>().toEqualTypeOf<'.ProcessingJobName?: string' | '.RoleArn?: string'>();
    expectTypeOf<OnlyInPublished<Ours, Published>>().toEqualTypeOf<
      '.ProcessingJobName: string' | '.RoleArn: string' | ExperimentNames
    >();
  });

  test('Training', () => {
    type Ours = TrainingArguments;
    type Published = CreateTrainingJobRequest;
    expectTypeOf<OnlyInOurs<Ours, Published>>().toEqualTypeOf<'.TrainingJobName?: string'>();
    expectTypeOf<OnlyInPublished<Ours, Published>>().toEqualTypeOf<'.TrainingJobName: string' | ExperimentNames>();
  });

  test('Model', () => {
    type Ours = ModelArguments;
    type Published = CreateModelInput;
    expectTypeOf<OnlyInOurs<Ours, Published>>().toEqualTypeOf<'.ModelName?: string'>();
    expectTypeOf<
      Exclude<
        OnlyInPublished<Ours, Published>,
        `.${'PrimaryContainer?' | 'Containers?[]'}.AdditionalModelDataSources?${string}`
      >
    >().toEqualTypeOf<'.ModelName: string'>();
  });

  test('RegisterModel', () => {
    type Ours = RegisterModelArguments;
    type Published = CreateModelPackageInput;
    expectTypeOf<OnlyInOurs<Ours, Published>>().toEqualTypeOf<never>();
    expectTypeOf<OnlyInPublished<Ours, Published>>().toEqualTypeOf<
      '.ModelPackageName?: string' | '.CertifyForMarketplace?: boolean'
    >();
  });

  test('Transform', () => {
    type Ours = TransformArguments;
    type Published = CreateTransformJobRequest;
    expectTypeOf<OnlyInOurs<Ours, Published>>().toEqualTypeOf<'.TransformJobName?: string'>();
    expectTypeOf<OnlyInPublished<Ours, Published>>().toEqualTypeOf<'.TransformJobName: string' | ExperimentNames>();
  });

  test('Tuning', () => {
    type Ours = TuningArguments;
    type Published = CreateHyperParameterTuningJobRequest;
    expectTypeOf<OnlyInOurs<Ours, Published>>().toEqualTypeOf<'.HyperParameterTuningJobName?: string'>();
    expectTypeOf<OnlyInPublished<Ours, Published>>().toEqualTypeOf<'.HyperParameterTuningJobName: string'>();
  });

  test('AutoML', () => {
    type Ours = AutoMLArguments;
    type Published = CreateAutoMLJobRequest;
    expectTypeOf<OnlyInOurs<Ours, Published>>().toEqualTypeOf<'.AutoMLJobName?: string'>();
    expectTypeOf<Exclude<OnlyInPublished<Ours, Published>, `.ModelDeployConfig?${string}`>>().toEqualTypeOf<
      '.AutoMLJobName: string' | '.GenerateCandidateDefinitionsOnly?: boolean'
    >();
  });

  test('EndpointConfig', () => {
    type Ours = EndpointConfigArguments;
    type Published = CreateEndpointConfigInput;
    expectTypeOf<
      Exclude<OnlyInOurs<Ours, Published>, NewerThanTheSdk>
    >().toEqualTypeOf<'.EndpointConfigName?: string'>();
    expectTypeOf<
      Exclude<OnlyInPublished<Ours, Published>, `.${'DataCaptureConfig' | 'ExplainerConfig'}?${string}`>
    >().toEqualTypeOf<'.EndpointConfigName: string'>();
  });

  test('Endpoint', () => {
    type Ours = EndpointArguments;
    type Published = CreateEndpointInput;
    expectTypeOf<OnlyInOurs<Ours, Published>>().toEqualTypeOf<never>();
    expectTypeOf<Exclude<OnlyInPublished<Ours, Published>, `.DeploymentConfig?${string}`>>().toEqualTypeOf<never>();
  });

  test('InferenceComponent', () => {
    type Ours = InferenceComponentArguments;
    type Published = CreateInferenceComponentInput;
    expectTypeOf<Exclude<OnlyInOurs<Ours, Published>, NewerThanTheSdk>>().toEqualTypeOf<never>();
    expectTypeOf<OnlyInPublished<Ours, Published>>().toEqualTypeOf<never>();
  });

  test('Job', () => {
    type Ours = JobArguments;
    type Published = CreateJobRequest;
    expectTypeOf<Exclude<OnlyInOurs<Ours, Published>, `.VpcConfig?${string}`>>().toEqualTypeOf<'.JobName?: string'>();
    expectTypeOf<OnlyInPublished<Ours, Published>>().toEqualTypeOf<'.JobName: string'>();
  });
});

test('a scalar leaf takes a literal or an expression, a list only literals', () => {
  type Cluster = ProcessingArguments['ProcessingResources']['ClusterConfig'];
  expectTypeOf<{ Get: string }>().toExtend<Cluster['InstanceCount']>();
  expectTypeOf<SourceNumber>().toExtend<Cluster['InstanceCount']>();
  expectTypeOf<string>().not.toExtend<Cluster['InstanceCount']>();
  expectTypeOf<'ml.new.xlarge'>().toExtend<Cluster['InstanceType']>();
  expectTypeOf<RequestArguments['CreateTrainingJob']>().toEqualTypeOf<TrainingArguments>();
  expectTypeOf<{ Get: string }>().not.toExtend<TrainingArguments['InputDataConfig']>();
  expectTypeOf<{ Get: string }>().not.toExtend<TrainingArguments['VpcConfig']>();
  type Limits = NonNullable<TuningArguments['HyperParameterTuningJobConfig']['ResourceLimits']>;
  expectTypeOf<Limits['MaxParallelTrainingJobs']>().toEqualTypeOf<number>();
});
