import { InternalError, type SourceDocument } from '@millrace/schema';
import { expect, test } from 'vitest';
import { readSpec } from '../read/read-spec.js';
import { expandSpec } from './expand-spec.js';

function read(text: string): SourceDocument {
  const { value } = readSpec({ file: 'pipeline.yaml', text });
  if (value === undefined) throw new InternalError('the text of the test is no YAML');
  return value;
}

const PLAIN = `
projectName: p
pipeline:
  steps:
    - { name: Stop, type: Fail, fail: { message: enough } }
`;

test.each([PLAIN, 'pipeline: 5', 'pipeline: { steps: no }', '[]'])(
  'a spec in long hand is handed on as it is: %j',
  (text) => {
    const document = read(text);
    expect(expandSpec(document).value?.document).toBe(document);
  },
);

test('what a step inherits keeps the place and the path at which the author wrote it', () => {
  const document = read(`
projectName: p
pipeline:
  defaults: { cache: 30d }
  steps:
    - { name: T, type: Training, training: {} }
`);
  const expanded = expandSpec(document).value?.document;
  const inherited = ['pipeline', 'steps', 0, 'cache'];
  expect(expanded?.writtenPath(inherited)).toEqual(['pipeline', 'defaults', 'cache']);
  expect(expanded?.rangeOf(inherited)).toEqual(document.rangeOf(['pipeline', 'defaults', 'cache']));
  expect(expanded?.writtenPath(['pipeline', 'steps', 0, 'training', 'imageUri'])).toEqual([
    'pipeline',
    'steps',
    0,
    'training',
    'imageUri',
  ]);
});
