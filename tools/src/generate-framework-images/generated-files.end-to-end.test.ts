import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generatedFiles } from './generated-files.js';

test('the committed image table is what the generator writes from the pinned SageMaker SDK', async ({ skip }) => {
  const files = await generatedFiles().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes('PyPI cannot be reached')) return skip(`not checked: ${message}`);
    throw error;
  });
  for (const [path, text] of files) expect(await readFile(path, 'utf8'), path).toBe(text);
});
