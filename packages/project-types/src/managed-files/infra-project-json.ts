import { jsonText } from '../json-text.js';
import type { ManagedFile } from '../managed-file.js';

/** All that decides what `infra/` makes, from the root of the workspace: models are compiled into the templates. */
const inputs = ['models/**/*', 'cdk.json', 'cdk.context.json', 'tsconfig.json'];

/** What `npx nx <target> infra` does. Commands run in the project's root, where the CDK finds its `cdk.json`. */
const targets = {
  validate: { command: 'tsc --project .' },
  test: {
    command: 'node --import tsx --test infra/test/*.test.ts',
    // Synth checks templates against the rules of CloudFormation, which takes longer than all the rest of a test.
    options: { env: { CDK_VALIDATION: 'false' } },
    inputs: ['default'],
  },
  synth: { command: 'cdk synth --quiet', outputs: ['{workspaceRoot}/cdk.out'] },
};

export const infraProjectJson: ManagedFile = {
  render: ({ models }) => ({
    'infra/project.json': jsonText({
      $schema: '../node_modules/nx/schemas/project-schema.json',
      name: 'infra',
      projectType: 'application',
      sourceRoot: 'infra/src',
      // A changed pipeline changes the templates, so "nx affected" must come here, too.
      implicitDependencies: models,
      namedInputs: {
        default: ['{projectRoot}/**/*', 'tools', 'project', ...inputs.map((path) => `{workspaceRoot}/${path}`)],
      },
      targets,
    }),
  }),
};
