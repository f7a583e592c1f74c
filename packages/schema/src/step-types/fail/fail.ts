import { declareStepType } from '../step-type.js';
import { failBody } from './fail-body.js';

/** Ends the execution as failed. */
export const fail = declareStepType({
  type: 'Fail',
  summary: 'Ends the execution with the status Failed and a message.',
  body: failBody,
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: {},
  facts: {
    execution: 'stop',
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: false,
    settings: [],
    permissions: [],
    passedRoles: [],
    billing: 'none',
  },
  example: { name: 'TooWeak', type: 'Fail', fail: { message: 'The model is too weak' } },
});
