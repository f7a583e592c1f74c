import type { GovernanceProfile } from '@millrace/schema';
import type { PlacedSettings } from './placed-settings.js';

/** The profiles that hold: those that are asked for, else those of the last settings that name some, else `baseline`. */
export function chosenProfiles(
  asked: readonly GovernanceProfile[] | undefined,
  settings: readonly PlacedSettings[],
): readonly GovernanceProfile[] {
  return asked ?? settings.findLast((each) => each.settings.profiles)?.settings.profiles ?? ['baseline'];
}
