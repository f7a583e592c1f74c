import { describe, expect, test } from 'vitest';
import { judgeEnumValue } from './judge-enum-value.js';

const INSTANCES = ['ml.m5.large', 'ml.m5.xlarge', 'ml.m5d.16xlarge', 'ml.p6-b200.48xlarge', 'ml.g4dn.2xlarge'];

describe('instance types', () => {
  test.each([
    'ml.m9.xlarge',
    'ml.m5.3xlarge',
    'ml.m5.16xlarge',
    'ml.m5dn.xlarge',
    'ml.p7-b300.48xlarge',
    'ml.u-6tb1.metal',
  ])('%s may be new', (value) => expect(judgeEnumValue(value, INSTANCES)).toEqual({ plausible: true }));

  test.each([
    ['m5.xlarge', 'ml.m5.xlarge'],
    ['ml.m5.xlagre', 'ml.m5.xlarge'],
    ['ml.m5.xlarg', 'ml.m5.xlarge'],
    ['ml.m5xlarge', 'ml.m5.xlarge'],
    ['ML.M5.XLARGE', 'ml.m5.xlarge'],
    ['ml-m5-xlarge', 'ml.m5.xlarge'],
    ['ml.g4dn.2xlrge', 'ml.g4dn.2xlarge'],
  ])('%s is meant to be %s', (value, suggestion) => {
    expect(judgeEnumValue(value, INSTANCES)).toEqual({ plausible: false, suggestion });
  });

  test.each(['', ' ', 'tpl-instance_type', 'x1.metal', 'ec2.m9.xlarge', 'ml.m9'])('%j cannot be one', (value) => {
    expect(judgeEnumValue(value, INSTANCES).plausible).toBe(false);
  });
});

describe('words', () => {
  const known = ['FullyReplicated', 'ShardedByS3Key'];

  test('another word may be new', () => {
    expect(judgeEnumValue('ShardedByS3Prefix', known)).toEqual({ plausible: true });
  });

  test.each(['FullReplicated', 'fullyReplicated', 'FULLY_REPLICATED', 'FullyReplicatd'])(
    '%s is a misspelling',
    (value) => {
      expect(judgeEnumValue(value, known)).toEqual({ plausible: false, suggestion: 'FullyReplicated' });
    },
  );

  test('the form has to be that of a known value', () => {
    expect(judgeEnumValue('BYTES', ['GZIP', 'NONE'])).toEqual({ plausible: true });
    expect(judgeEnumValue('some words', ['GZIP', 'NONE'])).toEqual({ plausible: false });
  });
});

test('a huge value is judged at once', () => {
  const started = performance.now();
  judgeEnumValue('ml.m5.'.repeat(20_000), INSTANCES);
  expect(performance.now() - started).toBeLessThan(200);
});
