import { type DeployValueName, deployValue, type Json, join, TEXT_KEY, toPlainJson, writeJson } from '@millrace/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindDeployValues } from './bind-deploy-values.js';
import { deployValuesIn } from './deploy-values-in.js';
import { describeIllTyped } from './ill-typed-diagnostics.js';
import { localDeployValue } from './local-deploy-value.js';
import { parseSettings } from './parse-settings.js';

const text = (...parts: Json[]): Json => ({ [TEXT_KEY]: parts });
const local = (name: DeployValueName) => localDeployValue(name).value;

describe('bindDeployValues', () => {
  it('makes strings of deploy values and of texts', () => {
    const symbolic = { a: deployValue('region'), b: text('s3://', deployValue('bucket'), '/x') };
    expect(bindDeployValues(symbolic, local)).toEqual({
      value: { a: 'us-east-1', b: 's3://millrace-local/x' },
      unbound: [],
      illTyped: [],
    });
  });

  it('splices texts into joins and merges neighbouring literals', () => {
    const execution = { Get: 'Execution.PipelineExecutionId' };
    const symbolic = join('', [text('s3://', deployValue('bucket'), '/'), 'runs/', execution, '/train']);
    expect(bindDeployValues(symbolic, () => undefined).value).toEqual(
      join('', ['s3://', deployValue('bucket'), '/runs/', execution, '/train']),
    );
    expect(bindDeployValues(symbolic, local).value).toEqual(
      join('', ['s3://millrace-local/runs/', execution, '/train']),
    );
    expect(bindDeployValues(join('', [deployValue('region')]), local).value).toBe('us-east-1');
    expect(bindDeployValues(join('-', ['a', deployValue('region')]), local).value).toEqual(
      join('-', ['a', 'us-east-1']),
    );
  });

  it('lists what is left unbound, and leaves foreign joins alone', () => {
    const foreign = join('', ['a', 'b', '']);
    const symbolic = [foreign, text('x', deployValue('ssm:/b'), deployValue('account')), deployValue('account')];
    expect(bindDeployValues(symbolic, (name) => (name === 'account' ? '1' : undefined))).toEqual({
      value: [foreign, text('x', deployValue('ssm:/b'), '1'), '1'],
      unbound: ['ssm:/b'],
      illTyped: [],
    });
    expect(deployValuesIn(symbolic)).toEqual(['account', 'ssm:/b']);
  });
});

describe('typed deploy values', () => {
  const symbolic = {
    count: deployValue('context:count', 'Integer'),
    rate: deployValue('context:rate', 'Float'),
    flag: deployValue('context:flag', 'Boolean'),
  };
  const bind = (values: Readonly<Record<string, string>>) => bindDeployValues(symbolic, (each) => values[each]);

  it('become numbers and flags, with a point where a Float is wanted', () => {
    const { value, illTyped } = bind({ 'context:count': '3', 'context:rate': '2', 'context:flag': 'true' });
    expect(writeJson(value).replace(/\s+/g, '')).toBe('{"count":3,"rate":2.0,"flag":true}');
    expect(illTyped).toEqual([]);
  });

  it.each([
    ['007', '7', '7.0'],
    ['-00', '0', '-0.0'],
  ])('lose leading zeros, which JSON does not have: %s', (given, count, rate) => {
    const { value } = bind({ 'context:count': given, 'context:rate': given });
    expect(writeJson(value)).toContain(`"count": ${count},`);
    expect(writeJson(value)).toContain(`"rate": ${rate},`);
  });

  it('are refused where they are beyond what a number can be', () => {
    expect(bind({ 'context:rate': '1e999' }).illTyped.map(({ name }) => name)).toEqual(['context:rate']);
  });

  it('are refused where they are none', () => {
    const { value, unbound, illTyped } = bind({ 'context:count': '3.5', 'context:rate': 'x', 'context:flag': 'yes' });
    expect(value).toEqual(symbolic);
    expect(unbound).toEqual([]);
    expect(describeIllTyped(illTyped).map(({ message }) => message)).toEqual([
      'the deploy value context:count is "3.5", but a whole number is wanted',
      'the deploy value context:rate is "x", but a number is wanted',
      'the deploy value context:flag is "yes", but true or false is wanted',
    ]);
  });

  it('have a value of their type in local runs', () => {
    const { value } = bindDeployValues(symbolic, (each, type) => localDeployValue(each, type).value);
    expect(toPlainJson(value)).toEqual({ count: 1, rate: 1, flag: false });
  });
});

const names = ['bucket', 'region', 'account', 'ssm:/a', 'context:k'] as const;
const name = fc.constantFrom(...names);
const literal = fc.constantFrom('', 'a', '/', 's3://', '-');
const symbolicPart = fc.oneof(literal, name.map(deployValue));
const { value: symbolicValue } = fc.letrec<{ value: Json; text: Json }>((tie) => ({
  text: fc
    .array(fc.oneof({ depthSize: 'small' }, symbolicPart, tie('text')), { maxLength: 4 })
    .map((parts) => text(...parts)),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    symbolicPart,
    tie('text'),
    fc.constant({ Get: 'Parameters.P' }),
    fc.tuple(fc.constantFrom('', '-'), fc.array(tie('value'), { maxLength: 4 })).map(([on, parts]) => join(on, parts)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('A', 'B', '__proto__'), tie('value'), { maxKeys: 3 }),
  ),
}));
const partial = fc
  .subarray([...names])
  .map((known) => (each: DeployValueName) => (known.some((one) => one === each) ? `<${each}>` : undefined));

/** What SageMaker would make of it: joins and texts written out, `Get`s by name. */
function evaluate(value: Json, values: (name: DeployValueName) => string): unknown {
  if (Array.isArray(value)) return value.map((item: Json) => evaluate(item, values));
  if (typeof value !== 'object' || value === null) return value;
  const record: Record<string, Json> = Object.assign(Object.create(null), value);
  if (record['Get'] !== undefined) return `«${record['Get']}»`;
  if (record['Millrace:DeployValue'] !== undefined) return values(record['Millrace:DeployValue'] as DeployValueName);
  const parts = record[TEXT_KEY];
  if (Array.isArray(parts)) return parts.map((part: Json) => evaluate(part, values)).join('');
  const joined = record['Std:Join'] as { On: string; Values: Json[] } | undefined;
  if (joined !== undefined) return joined.Values.map((part) => flat(evaluate(part, values))).join(joined.On);
  return Object.entries(record).map(([key, member]) => [key, evaluate(member, values)]);
}

const flat = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const all = (each: DeployValueName) => `<${each}>`;

describe('the laws of binding', () => {
  it('keeps the meaning, whatever is bound', () => {
    fc.assert(
      fc.property(symbolicValue, partial, (symbolic, values) => {
        const bound = bindDeployValues(symbolic, values).value;
        expect(evaluate(bound, all)).toEqual(evaluate(symbolic, all));
      }),
      { numRuns: 1000 },
    );
  });

  it('binds everything away, and names exactly what is left', () => {
    fc.assert(
      fc.property(symbolicValue, partial, (symbolic, values) => {
        expect(JSON.stringify(toPlainJson(bindDeployValues(symbolic, all).value))).not.toContain('Millrace:');
        const { value, unbound } = bindDeployValues(symbolic, values);
        expect(unbound).toEqual(deployValuesIn(value));
        expect(unbound).toEqual(deployValuesIn(symbolic).filter((each) => values(each) === undefined));
      }),
    );
  });

  it('gives the same in two steps as in one', () => {
    fc.assert(
      fc.property(symbolicValue, partial, partial, (symbolic, first, second) => {
        const stepwise = bindDeployValues(bindDeployValues(symbolic, first).value, second).value;
        const atOnce = bindDeployValues(symbolic, (each) => first(each) ?? second(each)).value;
        expect(stepwise).toEqual(atOnce);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('localDeployValue', () => {
  it('gives every name a value', () => {
    expect(localDeployValue('jobRoleArn')).toEqual({
      value: 'arn:aws:iam::000000000000:role/millrace-local-job',
      invented: false,
    });
    expect(localDeployValue('ssm:/Net/Subnet_A')).toEqual({ value: 'local-net-subnet-a', invented: true });
    expect(localDeployValue('context:vpc')).toEqual({ value: 'local-vpc', invented: true });
  });
});

describe('parseSettings', () => {
  it('splits at the first "=", and the last of equal names counts', () => {
    expect([...(parseSettings(['bucket=a', 'context:k=x=y', 'bucket=b', 'org=']).value ?? [])]).toEqual([
      ['bucket', 'b'],
      ['context:k', 'x=y'],
      ['org', ''],
    ]);
  });

  it('refuses unknown names and settings without "="', () => {
    const { value, diagnostics } = parseSettings(['buckett=a', 'region', '=x']);
    expect(value).toBeUndefined();
    expect(diagnostics.map((each) => [each.code, each.help?.split(':')[0]])).toEqual([
      ['project/unknown-setting', 'did you mean "bucket"?'],
      ['project/setting-without-value', 'write region=VALUE'],
      ['project/unknown-setting', 'allowed'],
    ]);
  });
});
