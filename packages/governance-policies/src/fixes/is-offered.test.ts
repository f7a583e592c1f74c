import type { Json } from '@millrace/schema';
import { expect, it } from 'vitest';
import { definitionUnderTest } from '../testing/definition-under-test.js';
import { isOffered } from './is-offered.js';

const PARAMETER = { Get: 'Parameters.P' };

const definition = definitionUnderTest({
  Version: '2020-12-01',
  Steps: [
    {
      Name: 'Train',
      Type: 'Training',
      Arguments: {
        Literal: 'x',
        Key: { 'Millrace:DeployValue': 'kmsKeyArn' },
        Run: { Get: 'Execution.PipelineName' },
        Uri: { 'Std:Join': { On: '', Values: ['s3://b/', PARAMETER] } },
        OfStep: { Deep: [{ Get: 'Steps.Prep.Arguments' }] },
        OfFile: { 'Std:JsonGet': { PropertyFile: { Get: 'Steps.E.PropertyFiles.F' }, Path: 'x' } },
        List: [1],
      },
    },
  ],
});

function offered(way: readonly (string | number)[], value?: Json): boolean {
  const path = ['Steps', 0, 'Arguments', ...way];
  return isOffered(definition, value === undefined ? { path, remove: true } : { path, value });
}

it.each([
  [['Literal'], 'y'],
  [['Literal'], undefined],
  [['Missing', 'Deep'], 1],
  [['List', 1], 2],
  [['Key'], undefined],
  [['Run'], 'name'],
] as const)('changes what the author wrote, and what deployments and runs fill in: %j to %j', (way, value) => {
  expect(offered(way, value)).toBe(true);
});

it.each([
  [['Uri'], 's3://other'],
  [['OfStep'], undefined],
  [['OfFile'], 1],
  [['Literal', 'Inside'], 1],
  [['Uri', 'Std:Join'], 1],
  [['List', 'key'], 1],
] as const)('leaves what parameters and steps decide, and what cannot be reached: %j', (way, value) => {
  expect(offered(way, value)).toBe(false);
});

it('lets more be put around what is read', () => {
  expect(offered(['Uri'], { 'Std:Join': { On: '/', Values: ['s3://b', PARAMETER, 'more'] } })).toBe(true);
});
