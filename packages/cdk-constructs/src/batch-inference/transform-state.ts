import { integration } from '../states-language/call-aws.js';
import { jsonata, jsonataText } from '../states-language/jsonata.js';
import type { TaskState, Template } from '../states-language/states-language.js';
import { UNIQUE_SUFFIX } from '../states-language/unique-suffix.js';
import { takesVolumeKey } from '../volume-key/takes-volume-key.js';
import type { BatchCompute, BatchInferenceProps, BatchWorkflowProps } from './batch-inference-props.js';

/**
 * The transform job. Step Functions waits for it (`.sync`) and stops it when the execution is stopped. Calls that
 * SageMaker throttles, or refuses because machines are in use, are tried again; a job that fails is not: it would read
 * all input once more.
 */
export function transformState(props: BatchWorkflowProps): TaskState {
  return {
    Type: 'Task',
    Resource: integration('sagemaker:createTransformJob.sync'),
    Arguments: {
      TransformJobName: jsonata(`"${props.namePrefix}-" & ${UNIQUE_SUFFIX}`),
      ModelName: jsonata('$model'),
      TransformInput: transformInput(props),
      TransformOutput: transformOutput(props),
      TransformResources: transformResources(props),
      ...limits(props.compute),
    },
    Retry: [
      {
        ErrorEquals: ['SageMaker.AmazonSageMakerException', 'SageMaker.ResourceLimitExceededException'],
        IntervalSeconds: 60,
        MaxAttempts: 5,
        BackoffRate: 2,
        JitterStrategy: 'FULL',
      },
    ],
    Catch: [
      {
        ErrorEquals: ['States.ALL'],
        Assign: { failure: jsonata('"The transform job did not succeed. " & $states.errorOutput.Cause') },
        Next: 'Delete model',
      },
    ],
    Next: 'Delete model',
  };
}

function transformInput({ input }: BatchInferenceProps): Template {
  const { bucket, prefix, contentType, splitType = 'Line', compressionType } = input;
  return {
    DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: bucket.s3UrlForObject(prefix) } },
    ContentType: contentType,
    SplitType: splitType,
    ...(compressionType !== undefined && { CompressionType: compressionType }),
  };
}

/** The name of an execution is unique in the state machine for 90 days, and what people look for. */
function transformOutput({ output, encryptionKey }: BatchInferenceProps): Template {
  const { bucket, prefix, assembleWith = 'Line', accept } = output;
  const uri = bucket.s3UrlForObject(`${prefix.replace(/\/+$/, '')}/`);
  return {
    S3OutputPath: jsonata(`${jsonataText(uri)} & $states.context.Execution.Name & "/"`),
    KmsKeyId: encryptionKey.keyArn,
    AssembleWith: assembleWith,
    ...(accept !== undefined && { Accept: accept }),
  };
}

function transformResources({ compute, encryptionKey }: BatchInferenceProps): Template {
  const { instanceType, instanceCount = 1 } = compute;
  return {
    InstanceType: instanceType,
    InstanceCount: instanceCount,
    ...(takesVolumeKey(instanceType) && { VolumeKmsKeyId: encryptionKey.keyArn }),
  };
}

function limits({ maxConcurrentTransforms, maxPayloadInMb, strategy = 'MultiRecord' }: BatchCompute): {
  readonly [key: string]: Template;
} {
  return {
    BatchStrategy: strategy,
    ...(maxConcurrentTransforms !== undefined && { MaxConcurrentTransforms: maxConcurrentTransforms }),
    ...(maxPayloadInMb !== undefined && { MaxPayloadInMB: maxPayloadInMb }),
  };
}
