import { defineDiagnostics } from '@millrace/schema';

/** Messages on scripts in S3. */
export const codeDiagnostics = defineDiagnostics('spec', {
  'script-file-needed': {
    severity: 'error',
    kind: 'blocking',
    message: () => 'the file name of the script is not known: the URI does not end with one',
    help: () => 'add "scriptFile: NAME.py" with the name of the file below this URI',
    explanation:
      'The container starts the script by its file name. Where scriptS3Uri is an expression or a deploy value, the name cannot be read off it, and Millrace guesses nothing.',
  },
  'reserved-input-name': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string }) =>
      `the input name "${p.name}" is taken: the script of the step is the input "${p.name}"`,
    help: () => 'give the input another name',
    explanation:
      'The script of a Processing step reaches the container as an input called "code", as with the SageMaker SDK.',
  },
  'reserved-hyperparameter': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string }) =>
      `the hyperparameter "${p.name}" is set by Millrace, because the step has a local script`,
    help: () => 'remove it, or remove "script"',
    explanation:
      'sagemaker_program and sagemaker_submit_directory tell the framework image which script to run. With "script:" Millrace sets both.',
  },
});
