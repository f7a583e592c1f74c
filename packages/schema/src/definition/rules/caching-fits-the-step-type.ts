import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { STEP_MEMBERS } from '../../step-types/step-members.js';
import { isSageMakerStepType } from '../../step-types/step-type-names.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'cache-not-supported': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R68'],
    message: (p: { type: string }) => `steps of type ${p.type} cannot be cached`,
    help: () => 'remove CacheConfig',
    explanation:
      'Only steps whose results SageMaker can use again have a CacheConfig: Processing, Training, Tuning, AutoML, Transform, ClarifyCheck, QualityCheck, EMR and EMRServerless. Conditions, Fail, Model and RegisterModel always run.',
  },
  'cache-without-effect': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R68'],
    message: (p: { type: string }) => `AWS does not list ${p.type} among the step types that are cached`,
    help: () => 'do not count on it: expect that the step runs every time',
    explanation:
      'The SageMaker SDK and the published schema take a CacheConfig for this type, but the developer guide does not list it among the types that are cached. Presumably the step runs every time.',
  },
});

/** Only steps whose type is cached have a CacheConfig. */
export const cachingFitsTheStepType: DefinitionRule = {
  rules: ['R68'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { step, path } of steps) {
      if (step.CacheConfig === undefined || stepTypeFacts(step.Type)?.cache !== false) continue;
      const place = { path: [...path, 'CacheConfig'], target: 'key' } as const;
      const kind = takesSetting(step.Type) ? 'cache-without-effect' : 'cache-not-supported';
      yield diagnostics[kind]({ type: step.Type }, place);
    }
  },
};

function takesSetting(type: string): boolean {
  return isSageMakerStepType(type) && STEP_MEMBERS[type]?.includes('CacheConfig') === true;
}
