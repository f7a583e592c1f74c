import { outputParameterPaths, outputParameterTypes } from '../../spec/output-parameters.js';
import { declareStepType } from '../step-type.js';
import { lambdaBody } from './lambda-body.js';

/** Calls a function and reads what it returns. */
export const lambda = declareStepType({
  type: 'Lambda',
  summary: 'Calls a Lambda function; what it returns are the outputs of the step.',
  body: lambdaBody,
  describes: ['Pipelines.OutputParameters'],
  siblings: ['FunctionArn', 'OutputParameters'],
  outputs: ({ outputs }) => outputParameterPaths(outputs),
  outputTypes: ({ outputs }) => outputParameterTypes(outputs),
  fixedOutputs: {},
  facts: {
    execution: 'function-call',
    // The SDK writes CacheConfig for this type, but the developer guide does not list it as cached.
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings: [],
    permissions: [
      {
        sid: 'CallFunctions',
        actions: ['lambda:InvokeFunction'],
        on: [{ kind: 'arn', members: ['FunctionArn'] }],
        why: 'calls the functions that its steps name',
      },
    ],
    passedRoles: [],
    billing: 'other-service',
  },
  example: {
    name: 'Notify',
    type: 'Lambda',
    lambda: { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:notify' },
  },
});
