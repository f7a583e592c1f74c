import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { app, checks } from '../../../examples/cdk/governed.js';
import { repositoryRoot } from '../repository.js';

test('the app that the guide shows can be synthesized, for its one error is acknowledged', () => {
  const { violations } = checks.validateScope(app);
  const errors = violations.filter(({ severity }) => severity === 'error').map(({ ruleName }) => ruleName);
  expect(errors).toEqual(['MR-CST-003[Train]']);
  app.synth();
}, 60_000);

test('the guide shows it as it is', () => {
  const code = readFileSync(join(repositoryRoot, 'examples/cdk/governed.ts'), 'utf8');
  expect(readFileSync(join(repositoryRoot, 'docs/guide/governing-pipelines.md'), 'utf8')).toContain(
    `\`\`\`ts\n${code}\`\`\``,
  );
});
