import { type Diagnostic, type Outcome, settle } from '@millrace/schema';
import type { GovernanceRule } from '../rule/governance-rule.js';
import { packDiagnostics } from './pack-diagnostics.js';
import type { NamedPack } from './read-rule-pack.js';

/** The rules of a pack. */
export interface RulePack extends NamedPack {
  readonly rules: readonly GovernanceRule[];
}

/** Adds packs to the rules of Millrace. An id belongs to one rule. */
export function joinRules(
  own: readonly GovernanceRule[],
  packs: readonly RulePack[],
): Outcome<readonly GovernanceRule[]> {
  const owners = new Map(own.map(({ id }) => [id, 'Millrace']));
  const diagnostics: Diagnostic[] = [];
  for (const { name, place, rules } of packs) {
    for (const { id } of rules) {
      const owner = owners.get(id);
      if (owner !== undefined)
        diagnostics.push(packDiagnostics['duplicate-rule']({ id, first: owner, second: name }, place));
      owners.set(id, name);
    }
  }
  return settle([...own, ...packs.flatMap(({ rules }) => rules)], diagnostics);
}
