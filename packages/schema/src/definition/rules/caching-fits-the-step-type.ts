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
});

/** Only steps whose type is cached have a CacheConfig. */
export const cachingFitsTheStepType: DefinitionRule = {
  rules: ['R68'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { step, path } of steps) {
      if (step.CacheConfig === undefined || stepTypeFacts(step.Type)?.cache !== false) continue;
      if (takesSetting(step.Type)) continue;
      const place = { path: [...path, 'CacheConfig'], target: 'key' } as const;
      yield diagnostics['cache-not-supported']({ type: step.Type }, place);
    }
  },
};

function takesSetting(type: string): boolean {
  return isSageMakerStepType(type) && STEP_MEMBERS[type]?.includes('CacheConfig') === true;
}
