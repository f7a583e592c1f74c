import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { withArticle } from '../../diagnostics/with-article.js';
import { COMMON_STEP_MEMBERS, STEP_MEMBERS } from '../../step-types/step-members.js';
import { isSageMakerStepType } from '../../step-types/step-type-names.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { AllowedMembers } from '../allowed-members.js';
import type { DefinitionRule } from '../definition-rule.js';
import type { PlacedStep } from '../placed-steps.js';

const diagnostics = defineDiagnostics('definition', {
  'unknown-step-member': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R3', 'R52'],
    message: (p: { key: string; type: string; members: readonly string[] }) =>
      `${withArticle(p.type)} step has no member "${p.key}"`,
    help: (p) => suggest(p.key, p.members),
    explanation:
      'SageMaker refuses unknown members of a step ("Cannot parse object, unknown property"). Every step has Name, Type and Arguments, and may have DependsOn, DisplayName and Description. CacheConfig, RetryPolicies and PropertyFiles belong to some types only, and what a job needs stands inside Arguments.',
  },
});

/** A step has only the members that SageMaker knows for its type. */
export const stepMembersAreKnown: DefinitionRule = {
  rules: ['R3', 'R52'],
  diagnostics,
  check: function* ({ steps, allowedMembers }) {
    for (const placed of steps) yield* checkStep(placed, allowedMembers);
  },
};

function* checkStep({ step, path }: PlacedStep, allowed: AllowedMembers) {
  const type = step.Type;
  const own = isSageMakerStepType(type) ? STEP_MEMBERS[type] : undefined;
  if (own === undefined) return;
  const members = [...COMMON_STEP_MEMBERS, ...own];
  for (const key of Object.keys(step)) {
    if (!members.includes(key) && !hasOwnRule(key, type) && !allowed.has(type, [key]))
      yield diagnostics['unknown-step-member']({ key, type, members }, { path: [...path, key], target: 'key' });
  }
}

/** Rules of their own say which types are cached and retried, for types whose facts are known. */
function hasOwnRule(key: string, type: string): boolean {
  return (key === 'CacheConfig' || key === 'RetryPolicies') && stepTypeFacts(type) !== undefined;
}
