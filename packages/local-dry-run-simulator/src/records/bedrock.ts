import { createHash } from 'node:crypto';
import type { PlainJsonObject } from '@millrace/schema';
import type { RecordKeeper, RecordRequest } from './record-keeper.js';

/** The resource of each kind, and what is said of it once it exists (SageMaker SDK, `bedrock_steps.py`). */
interface BedrockEntry {
  /** The kind in the ARN: `custom-model`. */
  readonly kind: string;
  /** The member of the response that holds the ARN. */
  readonly arn: string;
  readonly status: PlainJsonObject;
}

/** BedrockCustomModel: a model of Bedrock. */
export const keepBedrockCustomModel = keeper({
  kind: 'custom-model/imported',
  arn: 'ModelArn',
  status: { ModelStatus: 'Active' },
});

/** BedrockCustomModelDeployment: a model that answers requests. */
export const keepBedrockCustomModelDeployment = keeper({
  kind: 'custom-model-deployment',
  arn: 'ModelDeploymentArn',
  status: { Status: 'Active' },
});

/** BedrockModelImport: a job, and the model that it leaves. */
export const keepBedrockModelImport: RecordKeeper = (request) => {
  const imported = { ImportedModelArn: arnOf('imported-model', request) };
  return keep({ kind: 'model-import-job', arn: 'JobArn', status: { Status: 'Completed', ...imported } }, request);
};

/** BedrockProvisionedModelThroughput: capacity for a model. */
export const keepBedrockProvisionedModelThroughput = keeper({
  kind: 'provisioned-model',
  arn: 'ProvisionedModelArn',
  status: { Status: 'InService' },
});

function keeper(entry: BedrockEntry): RecordKeeper {
  return (request) => keep(entry, request);
}

function keep({ kind, arn, status }: BedrockEntry, request: RecordRequest): ReturnType<RecordKeeper> {
  return {
    describe: { ...request.arguments, [arn]: arnOf(kind, request), ...status, CreationTime: request.now },
    partial: true,
  };
}

/** Bedrock makes up ids of 12 letters and digits; here they follow from the name that is unique to the step and execution. */
function arnOf(kind: string, { arnPrefix, name }: RecordRequest): string {
  const id = createHash('sha256').update(`${kind} ${name}`).digest('hex').slice(0, 12);
  return `${arnPrefix.replace(/^(arn:[^:]+):sagemaker:/, '$1:bedrock:')}:${kind}/${id}`;
}
