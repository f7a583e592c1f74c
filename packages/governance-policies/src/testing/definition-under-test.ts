import {
  checkStructure,
  type Diagnostic,
  type GovernanceProfile,
  isJsonObject,
  type Json,
  locateDiagnostics,
  type PipelineDefinition,
  readDefinition,
  renderDiagnostic,
} from '@millrace/schema';
import { checkDefinitionPolicies } from '../engine/check-definition-policies.js';
import { checkTemplatePolicies } from '../engine/check-template-policies.js';
import type { Finding } from '../engine/finding.js';
import { policyOf } from '../engine/policy.js';
import type { GovernanceRule } from '../rule/governance-rule.js';
import type { PolicyEnvironment } from '../rule/policy-environment.js';
import { GOVERNANCE_RULES } from '../rules/governance-rules.js';

/** How a definition or a template is checked in a test. */
export interface CheckUnderTest {
  /** Default: `baseline`. */
  readonly profiles?: readonly GovernanceProfile[];
  /** Default: those of Millrace. */
  readonly rules?: readonly GovernanceRule[];
  readonly environment?: PolicyEnvironment;
}

/**
 * The findings of a definition or of a CloudFormation template, as JSON text or as an object of JSON. A template has
 * `Resources`, as `Template.fromStack(stack).toJSON()` of the CDK has.
 *
 * @throws Error that shows the diagnostics, where it is neither, or where a pipeline of the template has no definition that
 * could be checked
 */
export function findingsUnderTest(given: string | object, check: CheckUnderTest = {}): readonly Finding[] {
  const { value: policy = [] } = policyOf({
    rules: check.rules ?? GOVERNANCE_RULES,
    profiles: check.profiles ?? ['baseline'],
  });
  const text = textOf(given);
  const { value: document } = readDefinition(text, 'template.json');
  const { environment } = check;
  if (document === undefined || !isTemplate(document.value)) {
    return checkDefinitionPolicies(definitionUnderTest(text), { policy, environment });
  }
  const { findings, diagnostics } = checkTemplatePolicies(document, { policy, environment });
  if (diagnostics.length > 0) throw new Error(`not everything can be checked:\n${shown(diagnostics, text)}`);
  return findings;
}

function isTemplate(json: Json): boolean {
  return isJsonObject(json) && isJsonObject(json['Resources']) && json['Steps'] === undefined;
}

/** @throws Error that shows the diagnostics, where it is no definition */
export function definitionUnderTest(given: string | object): PipelineDefinition {
  const text = textOf(given);
  const read = readDefinition(text, 'definition.json');
  const checked = read.value === undefined ? read : checkStructure(read.value);
  if (checked.value !== undefined && 'definition' in checked.value) return checked.value.definition;
  const located = read.value === undefined ? checked.diagnostics : locateDiagnostics(checked.diagnostics, read.value);
  throw new Error(`this is no pipeline definition:\n${shown(located, text)}`);
}

function textOf(given: string | object): string {
  return typeof given === 'string' ? given : JSON.stringify(given, undefined, 1);
}

function shown(diagnostics: readonly Diagnostic[], text: string): string {
  return diagnostics.map((each) => renderDiagnostic(each, { textOf: () => text })).join('\n');
}

/** A finding in one line, as tests show it. */
export function lineOf({ rule, severity, verdict, steps, construct, message }: Finding): string {
  const place = [...(construct === undefined ? [] : [construct]), ...steps].join(', ');
  return `${severity} ${rule} ${verdict}${place === '' ? '' : ` (${place})`}: ${message}`;
}
