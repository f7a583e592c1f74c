import { jsonText } from '../json-text.js';
import type { ManagedFile } from '../managed-file.js';

/** Defaults of the targets that `model-project-json.ts` gives each model, and `infra-project-json.ts` to `infra/`. */
const targetDefaults = {
  validate: { cache: true, inputs: ['default', 'project'] },
  // Exceptions expire, so yesterday's answer is none.
  check: {
    cache: true,
    inputs: ['default', 'project', { runtime: 'node -p "new Date().toISOString().slice(0, 10)"' }],
  },
  test: { cache: true, inputs: ['default', { runtime: 'python3 --version || python --version' }] },
  // A run leaves its events, artifacts and registered models in .millrace, so it is never replayed from a cache.
  'dry-run': { cache: false },
  graph: { cache: true, inputs: ['default'] },
  synth: { cache: true, inputs: ['default'] },
};

export const nxJson: ManagedFile = {
  render: () => ({
    'nx.json': jsonText({
      $schema: './node_modules/nx/schemas/nx-schema.json',
      analytics: false,
      neverConnectToCloud: true,
      // Nx's own default is in the home directory and shared by all clones.
      cacheDirectory: '.nx/cache',
      tui: { enabled: false },
      defaultBase: 'main',
      namedInputs: { default: ['{projectRoot}/**/*', 'tools'], tools, project },
      targetDefaults,
    }),
  }),
};

const tools = ['{workspaceRoot}/package.json', '{workspaceRoot}/package-lock.json', '{workspaceRoot}/tools/**/*'];

/** What the command line reads of the project besides a model. */
const project = ['project.config.yaml', 'millrace.lock.yaml', 'governance/**/*'].map(
  (path) => `{workspaceRoot}/${path}`,
);
