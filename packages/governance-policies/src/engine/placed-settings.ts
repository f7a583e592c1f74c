import type { GovernanceSettings, Path } from '@millrace/schema';

/** Settings and where they stand in the project config. */
export interface PlacedSettings {
  readonly settings: GovernanceSettings;
  readonly path: Path;
}
