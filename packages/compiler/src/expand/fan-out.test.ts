import { expect, test } from 'vitest';
import { expectDiagnostics } from '../testing/index.js';

const numbers = (count: number) => `[${Array.from({ length: count }, (_, index) => index).join(', ')}]`;

function specOf(steps: readonly string[]): string {
  return `projectName: p\npipeline:\n  steps:\n${steps.map((step) => `    - ${step}\n`).join('')}`;
}

test('a forEach that would make too many values is refused before it makes them', async () => {
  const step = (name: string, count: number) =>
    `{ name: ${name}, type: Fail, forEach: ${numbers(count)}, fail: { message: no } }`;
  expect(await expectDiagnostics(specOf([step('A', 2), step('B', 25_000)]))).toMatchObject([
    { code: 'spec/for-each-too-large', path: 'pipeline.steps[1].forEach' },
  ]);
});

test('a forEach that would make too long texts is refused before it makes them', async () => {
  const text = `\${each.key}${'x'.repeat(100_000)}`;
  const step = `{ name: A, type: Fail, forEach: ${numbers(200)}, fail: { message: "${text}" } }`;
  expect(await expectDiagnostics(specOf([step]))).toMatchObject([
    { code: 'spec/for-each-too-large', path: 'pipeline.steps[0].fail.message' },
  ]);
});
