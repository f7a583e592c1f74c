import { findProjectConfig } from '@millrace/compiler';
import { GOVERNANCE_RULES, type GovernanceRule } from '@millrace/governance-policies';
import type { Diagnostic } from '@millrace/schema';
import { loadPacks } from '../governing/packs/load-packs.js';

/**
 * The rules of the packs of the project around a folder. What is wrong with a config or a pack is for `millrace check` to
 * tell: here its rules are only not known.
 */
export async function rulesOfPacks(from: string): Promise<readonly GovernanceRule[]> {
  const { value: project } = findProjectConfig(from);
  const { folder, config } = project ?? {};
  if (folder === undefined) return [];
  const packs = (config?.packs ?? []).map((name) => ({
    name,
    folder,
    place: { path: [] },
    locate: (each: Diagnostic) => each,
  }));
  const { value: rules = [] } = await loadPacks(GOVERNANCE_RULES, packs);
  return rules.filter((rule) => !GOVERNANCE_RULES.includes(rule));
}
