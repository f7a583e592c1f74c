import type { AcknowledgedFinding, PlatformInput } from './platform-model.js';

/**
 * The findings that a spec acknowledges, one by one, as cdk-nag 3 wants them: `Rule[Finding]`. A suppression without
 * `appliesTo` stays the bare rule and counts for all findings of the rule at its path, as in MDAA. The name of the pack
 * before `::` is dropped: a rule begins with it anyway.
 */
export function acknowledgementsOf({ settings }: Pick<PlatformInput, 'settings'>): readonly AcknowledgedFinding[] {
  return settings.platform.nagSuppressions.flatMap(({ path, id, reason, appliesTo }) => {
    const rule = id.replace(/^[\w.]+::/, '');
    const findings = appliesTo?.map((finding) => `${rule}[${finding}]`) ?? [rule];
    return findings.map((finding) => ({ path, id: finding, reason }));
  });
}
