import { outputParameterPaths, outputParameterTypes } from '../../spec/output-parameters.js';
import { declareStepType } from '../step-type.js';
import { callbackBody } from './callback-body.js';

/** Waits until somebody or something outside answers. */
export const callback = declareStepType({
  type: 'Callback',
  summary:
    'Sends a message to an SQS queue and waits until somebody answers it: work outside of SageMaker, an approval.',
  body: callbackBody,
  describes: ['Pipelines.OutputParameters'],
  siblings: ['SqsQueueUrl', 'OutputParameters'],
  outputs: ({ outputs }) => outputParameterPaths(outputs),
  outputTypes: ({ outputs }) => outputParameterTypes(outputs),
  fixedOutputs: {},
  facts: {
    execution: 'outside-wait',
    // As for Lambda: the SDK writes CacheConfig, the developer guide does not list the type as cached.
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings: [],
    permissions: [
      {
        sid: 'SendMessages',
        actions: ['sqs:SendMessage'],
        on: [{ kind: 'queue', member: 'SqsQueueUrl' }],
        why: 'asks the queues that its steps name',
      },
    ],
    passedRoles: [],
    billing: 'other-service',
  },
  example: {
    name: 'AskForApproval',
    type: 'Callback',
    callback: { sqsQueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/approvals' },
  },
});
