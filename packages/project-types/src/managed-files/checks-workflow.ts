import type { ManagedFile } from '../managed-file.js';

/** Actions by the commit of a release: what runs with the rights of the workflow is what was looked at. */
const ACTIONS = {
  checkout: 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0',
  setupNode: 'actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0',
  uploadSarif: 'github/codeql-action/upload-sarif@0499de31b99561a6d14a36a5f662c2a54f91beee # v4.31.2',
} as const;

/** The checks of a pull request on GitHub. No text of a person stands in it, so nothing has to be escaped. */
export const checksWorkflow: ManagedFile = { render: () => ({ '.github/workflows/checks.yaml': workflow }) };

const workflow = `# Managed by create-ml-project.
#
# What a pull request touches is checked before it is merged; everything is checked on main. No AWS account is needed.
name: checks

on:
  pull_request:
  push:
    branches: [main]

# Nothing unless a job asks for it.
permissions: {}

concurrency:
  group: checks-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  checks:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      # The findings of "millrace check" stand beside the lines of the pull request.
      security-events: write
    steps:
      - uses: ${ACTIONS.checkout}
        with:
          # "nx affected" compares with where the branch began.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${ACTIONS.setupNode}
        with:
          node-version: 22
          cache: npm
      - id: install
        run: npm ci

      - if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
        run: npx nx affected -t validate check test synth --base="$BASE"
      - if: github.event_name != 'pull_request'
        run: npx nx run-many -t validate check test synth

      # Reports of "millrace check", for those who read the pull request. The gate is above.
      - if: always() && steps.install.outcome == 'success'
        continue-on-error: true
        run: npx millrace check models --format markdown >> "$GITHUB_STEP_SUMMARY"
      - if: always() && steps.install.outcome == 'success'
        continue-on-error: true
        run: npx millrace check models --format sarif -o findings.sarif
      # Code scanning needs a public repository or GitHub Code Security.
      - if: always() && hashFiles('findings.sarif') != ''
        continue-on-error: true
        uses: ${ACTIONS.uploadSarif}
        with:
          sarif_file: findings.sarif
`;
