import { cdkFeatureFlags } from '../cdk-feature-flags.js';
import { jsonText } from '../json-text.js';
import type { ManagedFile } from '../managed-file.js';

export const cdkJson: ManagedFile = {
  render: () => ({
    'cdk.json': jsonText({
      app: 'node --import tsx infra/src/main.ts',
      output: 'cdk.out',
      // The templates depend on this project alone, and nothing is told to anyone.
      versionReporting: false,
      notices: false,
      context: { 'cli-telemetry': false, ...cdkFeatureFlags },
    }),
  }),
};
