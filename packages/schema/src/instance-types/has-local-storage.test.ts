import { describe, expect, it } from 'vitest';
import { hasLocalStorage } from './has-local-storage.js';

describe('hasLocalStorage', () => {
  it.each([
    'ml.m5d.large',
    'ml.c6gd.xlarge',
    'ml.g4dn.xlarge',
    'ml.p3dn.24xlarge',
    'ml.p4d.24xlarge',
    'ml.p4de.24xlarge',
  ])('reads the d of %s', (type) => expect(hasLocalStorage(type)).toBe(true));

  it.each([
    'ml.g5.xlarge',
    'ml.g6e.12xlarge',
    'ml.p5.48xlarge',
    'ml.p6-b200.48xlarge',
    'ml.trn1.2xlarge',
    'ml.dl1.24xlarge',
  ])('knows the family of %s', (type) => expect(hasLocalStorage(type)).toBe(true));

  it.each(['ml.m5.large', 'ml.c7g.large', 'ml.p3.2xlarge', 'ml.inf2.xlarge', 'ml.r5.large', 'm5d.large', '', 'ml.'])(
    'says no of %s',
    (type) => expect(hasLocalStorage(type)).toBe(false),
  );
});
