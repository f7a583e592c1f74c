import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from './parse-text.js';
import { literal, SpecValue } from './spec-value.js';

function formOf(text: string) {
  const parsed = parseText(text);
  if (!('value' in parsed)) throw new Error(parsed.problem.given);
  return parsed.value.form;
}

function problemOf(text: string) {
  const parsed = parseText(text);
  return 'problem' in parsed ? parsed.problem : undefined;
}

const deploy = (name: string) => ({ kind: 'deployValue', name });

describe('references in text', () => {
  test.each([
    ['{{account}}', deploy('account')],
    ['{{ env }}', deploy('environment')],
    ['<default_bucket>', deploy('bucket')],
    ['{{context:account-2}}', deploy('context:account-2')],
    ['ssm:/a/b', deploy('ssm:/a/b')],
    ['ssm:/{{org}}/{{domain}}/studio/domain/id', deploy('ssm:/{{org}}/{{domain}}/studio/domain/id')],
    ['{{resolve:ssm:/a/b}}', deploy('ssm:/a/b')],
    ['{{resolve:ssm:/{{org}}/b}}', deploy('ssm:/{{org}}/b')],
    ['ssm-org:/x', deploy('ssm:/{{org}}/x')],
    ['ssm-domain: x', deploy('ssm:/{{org}}/{{domain}}/x')],
    ['{{ssm-env:x}}', deploy('ssm:/{{org}}/{{domain}}/{{env}}/x')],
    [`\${parameters.Depth}`, { kind: 'parameter', name: 'Depth' }],
    [`\${ execution.PipelineExecutionId }`, { kind: 'execution', variable: 'PipelineExecutionId' }],
    [`\${steps.Prep.outputs.train}`, { kind: 'output', step: 'Prep', output: 'train' }],
  ])('%s', (text, form) => {
    expect(formOf(text)).toEqual(form);
  });

  test('text around a reference is kept, neighbouring literals are one', () => {
    expect(formOf(`s3://<default_bucket>/$\${x}/y`)).toEqual({
      kind: 'text',
      parts: [literal('s3://'), new SpecValue({ kind: 'deployValue', name: 'bucket' }), literal(`/\${x}/y`)],
    });
  });

  test('an escaped dollar sign alone is literal text', () => {
    expect(formOf(`$\${user_var}`)).toEqual({ kind: 'literal', value: `\${user_var}` });
  });

  test.each([
    [`\${user_var}`, 'interpolation'],
    [`\${parameters.A`, 'interpolation'],
    [`\${steps.A.train}`, 'interpolation'],
    ['{{acount}}', 'reference'],
    ['{{env_var:HOME}}', 'env-var'],
    ['ssm:/{{env_var:HOME}}/x', 'env-var'],
    ['{{resolve:secretsmanager:x}}', 'secret'],
  ])('%s is a problem of kind %s', (text, kind) => {
    expect(problemOf(text)?.kind).toBe(kind);
  });

  test('a misspelt reference is suggested', () => {
    expect(problemOf('{{acount}}')?.help).toContain('{{account}}');
    expect(problemOf(`\${paramters.A}`)?.help).toContain('parameters.A');
  });

  test('text without any of the marks is itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[$<{]|^ssm/.test(text));
        expect(formOf(text)).toEqual({ kind: 'literal', value: text });
      }),
    );
  });

  test('any text is a value or a problem, in time linear in its length', () => {
    const nasty = fc.array(fc.constantFrom('${', '$${', '{{', '}}', '}', '<default_bucket>', 'ssm:/', 'a', '.', '{'), {
      maxLength: 200,
    });
    fc.assert(fc.property(nasty, (parts) => void parseText(parts.join(''))));
    parseText('${'.repeat(200_000));
    parseText('{{'.repeat(200_000));
  });
});
