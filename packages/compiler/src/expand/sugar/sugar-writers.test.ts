import { SUGAR_TYPES, sugarTypeDeclarations } from '@millrace/schema';
import { expect, test } from 'vitest';
import { expectCompiles } from '../../testing/index.js';

// JSON is YAML, too.
const specOf = (step: unknown) => JSON.stringify({ projectName: 'p', pipeline: { steps: [step] } });

test.each(SUGAR_TYPES)('the smallest %s step compiles', async (type) => {
  const yaml = specOf(sugarTypeDeclarations[type].example);
  const { definition } = await expectCompiles({ yaml, files: { 'explore.ipynb': '{}' } });
  expect(definition.Steps.length).toBeGreaterThan(0);
});
