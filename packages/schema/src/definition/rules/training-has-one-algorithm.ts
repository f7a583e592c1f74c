import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { DefinitionRule } from '../definition-rule.js';
import { looksLikeExpression } from '../expression.js';
import { trainingJobsOf } from '../job-requests.js';
import { memberAt } from '../member-at.js';

const KEYS = ['TrainingImage', 'AlgorithmName'];

const diagnostics = defineDiagnostics('definition', {
  'algorithm-choice': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R81'],
    message: (p: { given: string }) =>
      `a training job has exactly one of TrainingImage and AlgorithmName, but ${p.given}`,
    help: () =>
      'TrainingImage names a container image, AlgorithmName an algorithm of your account or of AWS Marketplace',
    explanation:
      'What a training job runs is either an image or an algorithm resource (AlgorithmSpecification of CreateTrainingJob). SageMaker refuses both together and neither.',
  },
});

/** A training job runs an image or an algorithm, not both. */
export const trainingHasOneAlgorithm: DefinitionRule = {
  rules: ['R81'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { job, path } of steps.flatMap(trainingJobsOf)) {
      const algorithm = memberAt(job, 'AlgorithmSpecification');
      if (looksLikeExpression(algorithm)) continue;
      const found = KEYS.filter((key) => (memberAt(algorithm, key) ?? null) !== null);
      if (found.length === 1) continue;
      const given = found.length === 0 ? 'neither is given' : 'both are given';
      yield diagnostics['algorithm-choice']({ given }, { path: [...path, 'AlgorithmSpecification'] });
    }
  },
};
