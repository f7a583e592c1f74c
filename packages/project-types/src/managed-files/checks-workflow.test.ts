import { expect, it } from 'vitest';
import { checksWorkflow } from './checks-workflow.js';

const answers = { projectName: 'churn', models: ['churn'], millracePackages: {} };
const [text = ''] = Object.values(checksWorkflow.render(answers));

it('takes every action by a commit, and says which release that is', () => {
  const actions = text.match(/uses: .*/g) ?? [];
  expect(actions.length).toBeGreaterThan(2);
  for (const action of actions) expect(action).toMatch(/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it('hands no text of others to a shell', () => {
  for (const line of text.match(/run: .*/g) ?? []) expect(line).not.toContain('${{');
  expect(text).not.toContain('pull_request_target');
});

it('has no more rights than it needs', () => {
  expect(text).toMatch(/^permissions: \{\}$/m);
  expect(text.match(/\w+(?:-\w+)*: write/g)).toEqual(['security-events: write']);
  expect(text).toContain('persist-credentials: false');
});
