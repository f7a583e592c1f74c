import { describe, expect, test } from 'vitest';
import { expectCompliant, expectFinding } from './index.js';

const OPEN = {
  Version: '2020-12-01',
  Parameters: [],
  Steps: [{ Name: 'Train', Type: 'Training', Arguments: { RemoteDebugConfig: { EnableRemoteDebug: true } } }],
};

test('a finding is found, or all others are shown', () => {
  const finding = expectFinding(OPEN, { rule: 'MR-NET-008', step: 'Train', severity: 'error' });
  expect(finding.path.at(-1)).toBe('EnableRemoteDebug');
  expect(() => expectFinding(OPEN, { rule: 'MR-NET-008', step: 'Other' })).toThrow(
    /no finding .*; there are:\n(?:.*\n)*error MR-NET-008 violated \(Train\): its container is open/,
  );
});

test('a compliant definition passes, and another one is shown with its findings', () => {
  const empty = JSON.stringify({ ...OPEN, Steps: [] });
  expectCompliant(empty, { profiles: ['regulated', 'cost'] });
  expect(() => expectFinding(empty, { rule: 'MR-NET-008' })).toThrow('there is none');
  expect(() => expectCompliant(OPEN)).toThrow('error MR-NET-008 violated (Train)');
});

test('what is no definition is shown with its diagnostics', () => {
  expect(() => expectCompliant('{}')).toThrow(/this is no pipeline definition:\n.*definition\.json/);
});

describe('a template', () => {
  const pipeline = (PipelineDefinition: object) => ({
    Resources: { Pipe: { Type: 'AWS::SageMaker::Pipeline', Properties: { PipelineDefinition } } },
  });

  test('is looked into', () => {
    const template = pipeline({ PipelineDefinitionBody: JSON.stringify(OPEN) });
    const finding = expectFinding(template, { rule: 'MR-NET-008', step: 'Train' });
    expect(finding.construct).toBe('Pipe');
    expect(() => expectCompliant(JSON.stringify(template))).toThrow('error MR-NET-008 violated (Pipe, Train)');
    expectCompliant(pipeline({ PipelineDefinitionBody: JSON.stringify({ ...OPEN, Steps: [] }) }));
    expectCompliant({ Resources: {} });
  });

  test('that hides its definition is refused', () => {
    expect(() => expectCompliant(pipeline({ PipelineDefinitionS3Location: {} }))).toThrow(/it lies in S3/);
  });
});
