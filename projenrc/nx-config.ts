import { Component, JsonFile, type Project, TextFile } from 'projen';

/**
 * What Nx runs and when a result may come from its cache. Targets are the npm scripts of each workspace. `targetDefaults`
 * must be a map: Nx silently ignores a list, and then caches nothing.
 */
export class NxConfig extends Component {
  constructor(project: Project) {
    super(project);
    new JsonFile(project, 'nx.json', { obj: { ...settings, namedInputs, targetDefaults } });
    // Generated projects that tests compare with hold models of their own, which are no projects of this workspace.
    new TextFile(project, '.nxignore', { lines: ['**/fixtures/**/project.json', ''] });
  }
}

const settings = {
  analytics: false,
  neverConnectToCloud: true,
  // Nx's own default lies in the home directory and is shared by clones; ours stays in the tree.
  cacheDirectory: '.nx/cache',
  tui: { enabled: false },
  defaultBase: 'main',
  parallel: 2,
};

const namedInputs = {
  default: ['{projectRoot}/**/*', 'sharedGlobals'],
  production: ['default', '!{projectRoot}/test/**', '!{projectRoot}/**/*.test.ts', '!{projectRoot}/vitest*.config.ts'],
  sharedGlobals: ['{workspaceRoot}/tsconfig.base.json', { runtime: 'node -v' }],
  // Each workspace overrides these by the files outside of it that its tests read.
  testsRead: [],
  unitTestsRead: [],
};

const reports = '{projectRoot}/reports';

const targetDefaults = {
  build: {
    cache: true,
    dependsOn: ['^build'],
    inputs: ['production', '^production', '{workspaceRoot}/tools/src/bundle-app/*'],
    outputs: ['{projectRoot}/dist'],
  },
  lint: {
    cache: true,
    inputs: ['default', '^production', '{workspaceRoot}/biome.json', '{workspaceRoot}/projenrc/*.grit'],
  },
  test: {
    cache: true,
    inputs: ['default', '^production', 'testsRead', 'unitTestsRead'],
    outputs: [`${reports}/unit.json`],
  },
  'end-to-end': {
    cache: true,
    dependsOn: ['build', '^build'],
    // Whether a suite without its tools fails or is skipped: a skipped one must not stand in for one that has to run.
    inputs: ['default', '^production', 'testsRead', { env: 'MILLRACE_EVERY_SUITE' }],
    outputs: [`${reports}/end-to-end.json`],
  },
  // Nx cannot hash what lies outside the workspace, so a suite on ../shared never comes from the cache.
  'shared-suite': { cache: false, dependsOn: ['build', '^build'] },
};
