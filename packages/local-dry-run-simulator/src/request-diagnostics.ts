import { defineDiagnostics } from '@millrace/schema';

/** What can be wrong with a definition that shall run, or with what was given along with it. */
export const requestDiagnostics = defineDiagnostics('simulation', {
  'not-a-definition': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { problem: string }) => `This is not a pipeline definition: ${p.problem}.`,
    explanation:
      'A dry run takes a pipeline definition, version 2020-12-01: an object with "Steps", each with "Name" and "Type". `millrace validate` says more.',
  },
  'waiting-in-a-circle': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R35'],
    message: (p: { cycle: readonly string[] }) =>
      `These steps wait for each other: ${[...p.cycle, p.cycle[0]].join(' → ')}.`,
    explanation:
      'Steps that wait for each other in a circle never start. SageMaker refuses such a definition when the pipeline is created.',
  },
  'data-not-found': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { uri: string; path: string }) => `${p.path}, given as the data of ${p.uri}, does not exist.`,
    help: () => 'name a file or a folder: --data S3URI=PATH',
    explanation:
      '--data, and `data:` of an environment, name a file or a folder of this machine that stands for objects of S3.',
  },
  'state-not-writable': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { directory: string; problem: string }) => `The run cannot be kept in ${p.directory}: ${p.problem}.`,
    help: () => 'free space there, or make the folder writable',
    explanation:
      'A run keeps its history, its objects and its models in the folder .millrace. When that cannot be written, because the disk is full or ' +
      'the folder belongs to somebody else, the run ends; what was written whole stays.',
  },
});
