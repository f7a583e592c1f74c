import { describe, expect, it } from 'vitest';
import { neededPackages } from './needed-packages.js';

const packed = [
  { name: 'a', dependencies: ['b', 'zod'] },
  { name: 'b', dependencies: ['a'] },
  { name: 'c', dependencies: ['a'] },
].map((each) => ({ ...each, version: '1.0.0', file: `${each.name}.tgz` }));

describe('neededPackages', () => {
  it('follows dependencies, cycles included, and leaves out what nobody needs', () => {
    expect(neededPackages(['a'], packed).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('needs nothing where nothing is packed', () => {
    expect(neededPackages(['a'], [])).toEqual([]);
  });
});
