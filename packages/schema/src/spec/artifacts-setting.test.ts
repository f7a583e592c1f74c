import { expect, it } from 'vitest';
import { artifactLifecycles } from './artifacts-setting.js';

it('lets the version that an expiry leaves behind go too, unless the author keeps it', () => {
  const usual = artifactLifecycles(undefined);
  expect(usual.runs).toEqual({ expireAfterDays: 30, noncurrentVersionDays: 7 });
  expect(usual.code).toMatchObject({ noncurrentVersionDays: 7, expireTagged: { afterDays: 30 } });
  expect(usual.models).toEqual({ infrequentAccessAfterDays: 90 });
  expect(usual.data).toEqual({ noncurrentVersionDays: 30 });

  expect(artifactLifecycles({ runs: { keepReplaced: 'never' } }).runs).toEqual({ expireAfterDays: 30 });
  expect(artifactLifecycles({ runs: { expireAfter: 'never' } }).runs).toEqual({});
});

it('reads what an environment says beside what is said for all', () => {
  const setting = { runs: { expireAfter: 14 }, environments: { prod: { runs: { keepReplaced: 60 } } } };
  expect(artifactLifecycles(setting, 'prod').runs).toEqual({ expireAfterDays: 14, noncurrentVersionDays: 60 });
  expect(artifactLifecycles(setting, 'dev').runs).toEqual({ expireAfterDays: 14, noncurrentVersionDays: 7 });
});
