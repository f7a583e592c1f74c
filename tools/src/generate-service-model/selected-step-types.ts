import { autoML } from './selection/auto-ml.js';
import { bedrock } from './selection/bedrock.js';
import { checkMembers } from './selection/check-members.js';
import { emr } from './selection/emr.js';
import { emrServerless } from './selection/emr-serverless.js';
import { endpoint } from './selection/endpoint.js';
import { endpointConfig } from './selection/endpoint-config.js';
import { inferenceComponent } from './selection/inference-component.js';
import { job } from './selection/job.js';
import { lineage } from './selection/lineage.js';
import { model } from './selection/model.js';
import { processing } from './selection/processing.js';
import { registerModel } from './selection/register-model.js';
import { training } from './selection/training.js';
import { transform } from './selection/transform.js';
import { tuning } from './selection/tuning.js';
import type { ServiceModelSelection } from './service-model-selection.js';

/**
 * The list. A further step type that mirrors an AWS request is one more file in `selection/`.
 * Sources: the SageMaker Python SDK v2.257.6 (`sagemaker/workflow`) unless another is named, its issue threads, and
 * SageMaker's answers quoted in them.
 */
export const selectedStepTypes: ServiceModelSelection = {
  stepTypes: [
    processing,
    training,
    tuning,
    autoML,
    model,
    registerModel,
    transform,
    endpointConfig,
    endpoint,
    inferenceComponent,
    lineage,
    emr,
    emrServerless,
    ...bedrock,
    job,
    ...checkMembers,
  ],
  closedEnums: {
    ProcessingS3InputMode: 'SageMaker refuses every other mode for Processing, FastFile of Training included',
    TrainingInputMode: 'SageMaker reads a channel in one of these modes only',
    ModelApprovalStatus: 'the states of an approval are fixed',
  },
  patternRepairs: [
    {
      published: '$' + '{1,128}',
      javaScript: '',
      reason: 'a slip in the model: the end of the text, repeated up to 128 times',
    },
    {
      published: '$' + '{1,256}',
      javaScript: '',
      reason: 'a slip in the model: the end of the text, repeated up to 256 times',
    },
    {
      published: '\\p{Alnum}',
      javaScript: 'a-zA-Z0-9',
      reason: 'a POSIX class of Java, which it defines as these ranges',
    },
    {
      published: '(-*[a-zA-Z0-9\\+\\-\\.])*',
      javaScript: '[a-zA-Z0-9+.-]*',
      reason: 'the same texts, without the two ways to read a hyphen that take a backtracking engine exponential time',
    },
  ],
};
