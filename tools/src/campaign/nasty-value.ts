import fc from 'fast-check';
import type { Tree } from './tree.js';

const EXPRESSIONS: readonly Tree[] = [
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

/** Values of the wrong type, of odd forms and of odd sizes, and expressions for places that take none. */
export const nastyValue: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom(...EXPRESSIONS),
  fc.constantFrom(...TEXTS),
  fc.constantFrom<Tree>(null, true, false, [], {}, [[]], [null]),
  fc.constantFrom(0, -1, 1.5, 1e21, 2 ** 53, Number.POSITIVE_INFINITY, Number.NaN),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 200, max: 100_000 }).map((length) => 'a'.repeat(length)),
  fc.dictionary(fc.string({ maxLength: 8 }), fc.constantFrom<Tree>('x', 1, null), { maxKeys: 3 }),
);
