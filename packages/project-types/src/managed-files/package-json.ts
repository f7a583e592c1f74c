import { jsonText } from '../json-text.js';
import type { ManagedFile } from '../managed-file.js';
import { toolVersions } from '../tool-versions.js';

/** Targets as npm scripts over all models and `infra/`, as far as they have them. */
const scripts = {
  validate: 'nx run-many -t validate',
  check: 'nx run-many -t check',
  test: 'nx run-many -t test',
  'dry-run': 'nx run-many -t dry-run',
  synth: 'nx run-many -t synth',
};

export const packageJson: ManagedFile = {
  render: ({ projectName, millracePackages }) => ({
    'package.json': jsonText({
      // Never the bare name: npm refuses a project called like one of its dependencies.
      name: `${projectName}-project`,
      version: '0.0.0',
      private: true,
      type: 'module',
      engines: { node: '>=20.19' },
      scripts,
      devDependencies: sorted({ ...millracePackages, ...toolVersions }),
      // Packages whose install scripts may run; npm 11 warns about any other.
      allowScripts: { esbuild: true, nx: true },
    }),
  }),
};

/** npm sorts dependency tables when it writes them. */
function sorted(table: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => a.localeCompare(b, 'en')));
}
