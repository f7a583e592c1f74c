import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { shownPath } from './shown-path.js';

it('is relative below the working directory, and else as it was', () => {
  expect(shownPath(resolve('governance/exceptions.yaml'))).toBe(join('governance', 'exceptions.yaml'));
  expect(shownPath('governance/exceptions.yaml')).toBe(join('governance', 'exceptions.yaml'));
  for (const file of [resolve('..', 'a.yaml'), resolve('.')]) expect(shownPath(file)).toBe(file);
});
