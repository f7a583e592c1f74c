import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { DefinitionRule } from '../definition-rule.js';

const LARGEST = 1_048_576;
const LARGEST_INLINE = 100 * 1024;

const diagnostics = defineDiagnostics('definition', {
  'definition-too-large': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R11'],
    message: (p: { bytes: number }) => `the definition has ${p.bytes} bytes, at most ${LARGEST} are allowed`,
    help: () => 'print it without indentation, or split the pipeline',
    explanation: 'SageMaker takes a definition of at most 1,048,576 characters (CreatePipeline, PipelineDefinition).',
  },
  'passed-by-s3': {
    severity: 'info',
    kind: 'remark',
    rules: ['R11'],
    message: (p: { bytes: number }) => `the definition has ${p.bytes} bytes and is passed to SageMaker through S3`,
    help: () => 'nothing to do, but whoever deploys it needs a bucket to put it in',
    explanation:
      'From 100 KiB on, the SageMaker SDK stores a definition in S3 and passes its location instead of the text; other tools do the same.',
  },
});

/** A definition fits into what CreatePipeline takes. */
export const definitionsAreNotTooLarge: DefinitionRule = {
  rules: ['R11'],
  diagnostics,
  check: function* ({ text }) {
    if (text === undefined) return;
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > LARGEST) yield diagnostics['definition-too-large']({ bytes }, { path: [] });
    else if (bytes >= LARGEST_INLINE) yield diagnostics['passed-by-s3']({ bytes }, { path: [] });
  },
};
