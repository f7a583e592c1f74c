import { isJsonList, isJsonObject, type Json, type PipelineDefinition } from '@millrace/schema';
import { checkDefinitionPolicies } from '../../src/engine/check-definition-policies.js';
import type { Finding } from '../../src/engine/finding.js';
import { fixUntilDone } from '../../src/fixes/fix-until-done.js';
import type { GovernanceRule } from '../../src/rule/governance-rule.js';
import { contextOf, definitionOf, type RuleCase } from './rule-fixture.js';

/** A case after the fixes of its rule. */
export interface FixedCase {
  readonly definition: PipelineDefinition;
  /** What the rule says now. */
  readonly left: readonly Finding[];
}

/** Makes all fixes, suggested ones too, that a rule offers for a case. */
export function fixedCase(rule: GovernanceRule, given: RuleCase): FixedCase {
  const options = rule.options.parse(given.options ?? {});
  const policy = [{ rule, severity: 'error', severityOfUnknown: 'error', options } as const];
  const check = (each: PipelineDefinition) => checkDefinitionPolicies(each, { ...contextOf(given), policy });
  const definition = fixUntilDone(definitionOf(given), check, ['safe', 'suggested']);
  return { definition, left: check(definition) };
}

/** What stands at a path as cases write it, `Steps[0].Arguments.RoleArn`; null where nothing does. */
export function memberAtPath(definition: PipelineDefinition, path: string): Json {
  // A definition is JSON; its interfaces have no index signature to say so.
  let at: Json | undefined = definition as unknown as Json;
  for (const segment of path.split(/[.[\]]+/).filter((each) => each !== '')) {
    if (isJsonList(at)) at = at[Number(segment)];
    else at = isJsonObject(at) ? at[segment] : undefined;
  }
  return at ?? null;
}
