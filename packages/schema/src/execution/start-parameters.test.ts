import { expect, test } from 'vitest';
import { startParameters } from './start-parameters.js';

const declared = [
  { Name: 'Uri', Type: 'String', DefaultValue: 's3://b/k' },
  { Name: 'Depth', Type: 'Integer', DefaultValue: 6 },
  { Name: 'MinAuc', Type: 'Float', DefaultValue: 0.8 },
  { Name: 'Deep', Type: 'Boolean', DefaultValue: false },
  { Name: 'Size', DefaultValue: 'small', EnumValues: ['small', 'large'] },
] as const;

function valuesOf(given: Record<string, string>) {
  return startParameters(declared, given).value?.map((parameter) => parameter.value);
}

function messagesOf(given: Record<string, string>) {
  return startParameters(declared, given).diagnostics.map((each) => each.message);
}

test('values come from the text that was given, else from defaults', () => {
  expect(valuesOf({})).toEqual(['s3://b/k', 6, 0.8, false, 'small']);
  expect(valuesOf({ Depth: '9', MinAuc: '1e-3', Deep: 'True', Size: 'large' })).toEqual([
    's3://b/k',
    9,
    0.001,
    true,
    'large',
  ]);
});

test('each problem of each value is reported, none twice', () => {
  expect(messagesOf({ Depth: '1.5', Uri: '', Size: 'big', Deep: 'yes', Dept: '1' })).toEqual([
    'The pipeline has no parameter "Dept".',
    'Parameter "Uri" cannot be "": it is too short (length: 0, required minimum: 1).',
    'Parameter "Depth" cannot be "1.5": it is no Integer.',
    'Parameter "Deep" cannot be "yes": it is no Boolean.',
    'Parameter "Size" cannot be "big": it is none of small, large.',
  ]);
  expect(messagesOf({ Depth: '' })).toHaveLength(1);
  expect(messagesOf({ Uri: 'x'.repeat(1025) })).toEqual([
    expect.stringContaining('too long (length: 1025, allowed maximum: 1024)'),
  ]);
});

test('a parameter without default and value is an error that names the flag', () => {
  const { value, diagnostics } = startParameters([{ Name: 'Input' }], {});
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'simulation/missing-parameter', blocking: true, help: 'give one: -p Input=VALUE' },
  ]);
});
