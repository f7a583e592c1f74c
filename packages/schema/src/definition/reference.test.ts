import { expect, test } from 'vitest';
import { parseReference } from './reference.js';

test('a property file is named by any word, hyphens included', () => {
  for (const file of ['EvaluationReport', 'my-property-file', '2nd_report']) {
    expect(parseReference(`Steps.Evaluate.PropertyFiles.${file}`)).toEqual({
      kind: 'propertyFile',
      step: 'Evaluate',
      file,
    });
  }
});

test('a property is a path of members, indexes and keys', () => {
  expect(parseReference("Steps.P.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri")).toEqual({
    kind: 'property',
    step: 'P',
    path: [
      { member: 'ProcessingOutputConfig' },
      { member: 'Outputs' },
      { key: 'train' },
      { member: 'S3Output' },
      { member: 'S3Uri' },
    ],
  });
  expect(parseReference('Steps.T.TrainingJobSummaries[0].TrainingJobName')).toMatchObject({
    path: [{ member: 'TrainingJobSummaries' }, { index: 0 }, { member: 'TrainingJobName' }],
  });
});

test.each(['Steps.MyStep', 'Steps.A..B', 'Steps.A.B[', "Steps.A.B['c", 'Nothing', 'Parameters.'])(
  '%s is none',
  (text) => {
    expect(parseReference(text)).toBeUndefined();
  },
);
