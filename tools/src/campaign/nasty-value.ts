import fc from 'fast-check';
import type { Tree } from './tree.js';

const SPEC_EXPRESSIONS: readonly Tree[] = [
  { parameter: 'MinAuc' },
  { parameter: 'Nope' },
  { stepOutput: 'Preprocess.train' },
  { stepOutput: 'Ghost.x' },
  { property: 'Train.ModelArtifacts.S3ModelArtifacts' },
  { property: 'Train' },
  { execution: 'PipelineExecutionId' },
  { join: ['a', { parameter: 'MinAuc' }] },
  { join: { on: '/', values: ['a', { jsonGet: { step: 'Evaluate', propertyFile: 'Report', path: 'metrics.auc' } }] } },
  { jsonGet: { step: 'Evaluate', propertyFile: 'Report', path: '$[' } },
  { literal: '{{y}}' },
  { parameter: 'MinAuc', literal: 'x' },
  { paramter: 'MinAuc' },
];

const DEFINITION_EXPRESSIONS: readonly Tree[] = [
  { Get: 'Parameters.MinAuc' },
  { Get: 'Parameters.Nope' },
  { Get: 'Execution.PipelineExecutionId' },
  { Get: 'Execution.Nope' },
  { Get: 'Steps.Train' },
  { Get: 'Steps.Train.ModelArtifacts.S3ModelArtifacts' },
  { Get: "Steps.Evaluate.ProcessingOutputConfig.Outputs['report'].S3Output.S3Uri" },
  { Get: "Steps.X.OutputParameters['" },
  { Get: 1 },
  { Get: 'Parameters.MinAuc', more: 1 },
  { 'Std:Join': { On: '/', Values: ['a', { Get: 'Parameters.MinAuc' }] } },
  { 'Std:Join': { On: 1, Values: [[], {}, null] } },
  { 'Std:Join': [] },
  { 'Std:JsonGet': { PropertyFile: { Get: 'Steps.Evaluate.PropertyFiles.Report' }, Path: 'metrics.auc' } },
  { 'Std:JsonGet': { PropertyFile: 'x', S3Uri: 'y', Path: '$[' } },
  { 'Std:Nope': {} },
  { 'Millrace:DeployValue': 'bucket' },
  { 'Millrace:DeployValue': 'nope' },
  { 'Millrace:Text': ['s3://', { 'Millrace:DeployValue': 'bucket' }] },
  { 'Millrace:Text': [1] },
  { Type: 'Not', Condition: { Type: 'Equals', LeftValue: 1, RightValue: 2 } },
  { Type: 'Or', Conditions: [] },
  { Name: 'Train', Type: 'Fail', Arguments: { ErrorMessage: '' } },
  { Name: 'New', Type: 'FutureType', Arguments: { A: { Get: 'Steps.New.B' } } },
];

const TEXTS: readonly string[] = [
  '',
  ' ',
  `\${parameters.MinAuc}`,
  `\${user_var}`,
  `$\${x}`,
  `\${`,
  '{{account}}',
  '{{env_var:HOME}}',
  '{{nothing}}',
  'ssm:/a/{{org}}',
  's3://ssm:/x',
  's3://<default_bucket>/x',
  'none',
  'transient',
  'Train',
  'Preprocess.train',
  '__proto__',
  '\u0000\u202e\ufeff\ud800',
  '2026-11-21',
];

/** Values of the wrong type, of odd forms and of odd sizes. */
const ODD_VALUES = [
  fc.constantFrom(...TEXTS),
  fc.constantFrom<Tree>(null, true, false, [], {}, [[]], [null]),
  fc.constantFrom(0, -1, 1.5, 1e21, 2 ** 53, Number.POSITIVE_INFINITY, Number.NaN),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 200, max: 100_000 }).map((length) => 'a'.repeat(length)),
  fc.dictionary(fc.string({ maxLength: 8 }), fc.constantFrom<Tree>('x', 1, null), { maxKeys: 3 }),
] as const;

/** Odd values, and an author's expressions for places that take none. */
export const nastySpecValue: fc.Arbitrary<Tree> = fc.oneof(fc.constantFrom(...SPEC_EXPRESSIONS), ...ODD_VALUES);

/** Odd values, and SageMaker's expressions for places that take none. */
export const nastyDefinitionValue: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom(...DEFINITION_EXPRESSIONS),
  ...ODD_VALUES,
);
