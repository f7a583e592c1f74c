import { describe, expect, test } from 'vitest';
import { findLosses, findUnrecorded } from './find-losses.js';
import type { StatefulResources } from './list-stateful.js';

const before: StatefulResources = {
  'Registry/GroupA1': {
    type: 'AWS::SageMaker::ModelPackageGroup',
    properties: { ModelPackageGroupName: 'churn', ModelPackageGroupDescription: 'Models.' },
  },
  'Registry/KeyB2': { type: 'AWS::KMS::Key', properties: {} },
};
const group = (properties: Readonly<Record<string, unknown>>, type = 'AWS::SageMaker::ModelPackageGroup') => ({
  ...before,
  'Registry/GroupA1': { type, properties },
});

describe('findLosses', () => {
  test('is silent where nothing stateful changes', () => {
    expect(findLosses(before, { ...before, 'Registry/New': { type: 'AWS::KMS::Key', properties: {} } })).toEqual([]);
  });

  test('says what a removed resource held', () => {
    const { 'Registry/KeyB2': _, ...after } = before;
    expect(findLosses(before, after)).toEqual([
      'Registry/KeyB2 (AWS::KMS::Key) would be removed; a renamed construct counts as one. ' +
        'Lost: everything that was ever encrypted with it.',
    ]);
  });

  test.each([
    ['another description', { ModelPackageGroupName: 'churn', ModelPackageGroupDescription: 'x' }, /"Models\." -> "x"/],
    ['a property that was set', { ModelPackageGroupName: 'churn' }, /"Models\." -> not set/],
    [
      'a name that is now a token',
      { ModelPackageGroupName: { Ref: 'P' }, ModelPackageGroupDescription: 'Models.' },
      /-> \{"Ref":"P"\}/,
    ],
  ])('counts %s as a replacement', (_, properties, message) => {
    expect(findLosses(before, group(properties))).toEqual([expect.stringMatching(message)]);
  });

  test('counts another type under the same id as a loss', () => {
    expect(findLosses(before, group({}, 'AWS::S3::Bucket'))).toEqual([expect.stringMatching('would become')]);
  });
});

test('findUnrecorded names what the baseline does not know', () => {
  expect(findUnrecorded({}, before)).toEqual(['Registry/GroupA1', 'Registry/KeyB2']);
  expect(findUnrecorded(before, before)).toEqual([]);
});
