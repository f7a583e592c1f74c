import {
  checkStructure,
  type GovernanceProfile,
  locateDiagnostics,
  type PipelineDefinition,
  readDefinition,
  renderDiagnostic,
} from '@millrace/schema';
import { checkDefinitionPolicies } from '../engine/check-definition-policies.js';
import type { Finding } from '../engine/finding.js';
import { policyOf } from '../engine/policy.js';
import type { GovernanceRule } from '../rule/governance-rule.js';
import type { PolicyEnvironment } from '../rule/policy-environment.js';
import { GOVERNANCE_RULES } from '../rules/governance-rules.js';

/** How a definition is checked in a test. */
export interface CheckUnderTest {
  /** Default: `baseline`. */
  readonly profiles?: readonly GovernanceProfile[];
  /** Default: those of Millrace. */
  readonly rules?: readonly GovernanceRule[];
  readonly environment?: PolicyEnvironment;
}

/**
 * The findings of a definition, as JSON text or as an object of JSON.
 *
 * @throws Error that shows the diagnostics, where it is no definition
 */
export function findingsUnderTest(definition: string | object, given: CheckUnderTest = {}): readonly Finding[] {
  const policy = policyOf({ rules: given.rules ?? GOVERNANCE_RULES, profiles: given.profiles ?? ['baseline'] });
  return checkDefinitionPolicies(definitionUnderTest(definition), {
    policy: policy.value ?? [],
    environment: given.environment,
  });
}

/** @throws Error that shows the diagnostics, where it is no definition */
export function definitionUnderTest(given: string | object): PipelineDefinition {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const read = readDefinition(text, 'definition.json');
  const checked = read.value === undefined ? read : checkStructure(read.value);
  if (checked.value !== undefined && 'definition' in checked.value) return checked.value.definition;
  const located = read.value === undefined ? checked.diagnostics : locateDiagnostics(checked.diagnostics, read.value);
  const shown = located.map((each) => renderDiagnostic(each, { textOf: () => text }));
  throw new Error(`this is no pipeline definition:\n${shown.join('\n')}`);
}

/** A finding in one line, as tests show it. */
export function lineOf({ rule, severity, verdict, steps, message }: Finding): string {
  return `${severity} ${rule} ${verdict}${steps.length === 0 ? '' : ` (${steps.join(', ')})`}: ${message}`;
}
