import { describe, expect, test } from 'vitest';
import { parsePropertyPath } from '../definition/reference.js';
import { describePath } from './describe-path.js';
import { loadDescribeTrees } from './load-describe-trees.js';

const trees = await loadDescribeTrees();

function walk(operation: string | readonly string[], path: string) {
  const parsed = parsePropertyPath(path);
  if (parsed === undefined) throw new Error(`${path} is no path`);
  const keyedLists = ['.FinalMetricDataList', '.ProcessingOutputConfig.Outputs', '.ProcessingInputs'];
  return describePath(trees, { operations: [operation].flat(), path: parsed, keyedLists });
}

describe('leads to a scalar', () => {
  test.each([
    ['DescribeTrainingJob', '.ModelArtifacts.S3ModelArtifacts', 'String'],
    ['DescribeTrainingJob', '.BillableTimeInSeconds', 'Integer'],
    ['DescribeTrainingJob', '.EnableNetworkIsolation', 'Boolean'],
    ['DescribeTrainingJob', '.CreationTime', 'Timestamp'],
    ['DescribeTrainingJob', "['FinalMetricDataList']", undefined],
    ['DescribeTrainingJob', ".FinalMetricDataList['val:acc'].Value", 'Float'],
    ['DescribeTrainingJob', '.FinalMetricDataList[0].Value', 'Float'],
    ['DescribeTrainingJob', ".HyperParameters['depth']", 'String'],
    ['DescribeTrainingJob', '.InputDataConfig[0].DataSource.S3DataSource.S3Uri', 'String'],
    ['DescribeProcessingJob', ".ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri", 'String'],
    ['DescribeProcessingJob', ".ProcessingInputs['x'].S3Input.S3Uri", 'String'],
    ['DescribeModel', '.ModelName', 'String'],
    ['DescribeModelPackage', '.ModelPackageVersion', 'Integer'],
    ['DescribeTransformJob', '.TransformOutput.S3OutputPath', 'String'],
  ])('%s%s', (operation, path, type) => {
    expect(walk(operation, path)).toMatchObject(type === undefined ? { ok: false } : { ok: true, type });
  });
});

describe('leads nowhere', () => {
  test.each([
    [
      '.ModelArtifact.S3ModelArtifacts',
      { kind: 'unknown-member', segment: 0, given: '.ModelArtifact', suggestion: '.ModelArtifacts' },
    ],
    ['.ModelArtifacts.S3', { kind: 'unknown-member', segment: 1, allowedNames: ['S3ModelArtifacts'] }],
    ["['ModelArtifacts']", { kind: 'index-kind', segment: 0, suggestion: '.ModelArtifacts' }],
    [
      '.HyperParameters.depth',
      { kind: 'index-kind', segment: 1, given: '.depth', allowed: "['key']", suggestion: "['depth']" },
    ],
    ['.HyperParameters[0]', { kind: 'index-kind', segment: 1 }],
    [".InputDataConfig['train'].ChannelName", { kind: 'index-kind', segment: 1, suggestion: '[0]' }],
    [
      '.FinalMetricDataList.acc',
      { kind: 'index-kind', allowed: expect.stringContaining('a name'), suggestion: "['acc']" },
    ],
    ['.TrainingJobName.Length', { kind: 'beyond-scalar', segment: 1, given: '.Length' }],
    ['.ModelArtifacts', { kind: 'not-a-scalar', segment: 1, given: 'an object', allowedNames: ['S3ModelArtifacts'] }],
    ['.InputDataConfig', { kind: 'not-a-scalar', given: 'a list', allowed: 'an index such as [0]' }],
    ['.constructor', { kind: 'unknown-member' }],
  ])('%s', (path, problem) => {
    expect(walk('DescribeTrainingJob', path)).toMatchObject({ ok: false, problem });
  });
});

test('several responses are one', () => {
  const both = ['DescribeModel', 'DescribeTrainingJob'];
  expect(walk(both, '.ModelArn')).toEqual({ ok: true, type: 'String' });
  expect(walk(both, '.TrainingJobArn')).toEqual({ ok: true, type: 'String' });
});

test('an unknown operation is a bug of the caller', () => {
  expect(() => walk('DescribeNothing', '.A')).toThrow('DescribeNothing');
});
