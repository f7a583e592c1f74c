import { type PropertyPath, parsePropertyPath } from '../../definition/reference.js';
import { declareStepType } from '../step-type.js';
import { JOB_EXCEPTION_TYPES } from '../step-type-facts.js';
import { type ProcessingBody, processingBody } from './processing-body.js';
import { PROCESSING_PERMISSIONS, PROCESSING_ROLE } from './processing-job.js';

/** Runs a script in containers over data in S3. */
export const processing = declareStepType({
  type: 'Processing',
  summary: 'Runs a script in containers: preprocessing, evaluation, any computation on files.',
  body: processingBody,
  request: 'CreateProcessingJob',
  siblings: ['PropertyFiles'],
  outputs: declaredOutputs,
  fixedOutputs: {},
  listKeys: ({ inputs = [], script, scriptS3Uri }) => ({
    '.ProcessingInputs': [...((script ?? scriptS3Uri) ? ['code'] : []), ...inputs.map(({ inputName }) => inputName)],
  }),
  inheritsUnless: { framework: ['imageUri'] },
  facts: {
    execution: 'container-job',
    cache: { attributes: ['AppSpecification', 'Environment', 'ProcessingInputs'] },
    retry: { exceptions: JOB_EXCEPTION_TYPES },
    propertyFiles: true,
    dependable: true,
    jobNameVariable: 'ProcessingJobName',
    settings: ['environment', 'network', 'roleArn', 'kmsKeyArn', 'tags'],
    permissions: PROCESSING_PERMISSIONS,
    passedRoles: [PROCESSING_ROLE],
    billing: 'instance-seconds',
  },
  example: {
    name: 'Preprocess',
    type: 'Processing',
    processing: {
      imageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/preprocess:1.0',
      instanceType: 'ml.m5.xlarge',
    },
  },
});

function declaredOutputs(body: ProcessingBody): ReadonlyMap<string, PropertyPath> {
  const names = (body.outputs ?? []).map((output) => output.outputName);
  // The path is well-formed: names have no quotes.
  return new Map(
    names.map((name) => [name, parsePropertyPath(`.ProcessingOutputConfig.Outputs['${name}'].S3Output.S3Uri`) ?? []]),
  );
}
