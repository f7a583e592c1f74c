import type { ManagedFile } from '../managed-file.js';

const lines = [
  '# Managed by create-ml-project.',
  'node_modules/',
  '.nx/',
  '# Local runs: events, artifacts, registered models.',
  '.millrace/',
  '# Templates that synth writes.',
  'cdk.out/',
  '# Python environments of tools/run-python.mjs.',
  '.venv/',
  '__pycache__/',
  '.pytest_cache/',
];

export const gitIgnore: ManagedFile = {
  render: () => ({ '.gitignore': `${lines.join('\n')}\n` }),
};
