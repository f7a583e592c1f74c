import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { STEP_TYPES, stepTypeDeclarations } from '../step-types/step-type-registry.js';
import { SUGAR_TYPES, sugarTypeDeclarations } from '../sugar-types/sugar-type-registry.js';
import { specJsonSchema } from './spec-json-schema.js';

const validate = new Ajv2020({ strict: false }).compile(specJsonSchema());
const examples = new URL('../../../../examples/', import.meta.url);
const specs = readdirSync(examples).filter((name) => existsSync(new URL(`${name}/pipeline.yaml`, examples)));

function specWith(step: unknown): unknown {
  return { projectName: 'p', pipeline: { steps: [step] } };
}

describe('the JSON Schema of the spec', () => {
  test.each(specs)('accepts the example %s', (name) => {
    expect(validate(parse(readFileSync(new URL(`${name}/pipeline.yaml`, examples), 'utf8')))).toBe(true);
  });

  test.each(STEP_TYPES)('accepts the smallest %s step', (type) => {
    expect(validate(specWith(stepTypeDeclarations[type].example))).toBe(true);
  });

  test.each(SUGAR_TYPES)('accepts the smallest %s step', (type) => {
    expect(validate(specWith(sugarTypeDeclarations[type].example))).toBe(true);
    expect(validate(specWith({ name: 'A', type, [sugarTypeDeclarations[type].bodyKey]: { wrong: 1 } }))).toBe(false);
  });

  test('refuses a misspelt key of a body', () => {
    const step = { name: 'A', type: 'Fail', fail: { mesage: 'x' } };
    expect(validate(specWith(step))).toBe(false);
  });

  test('takes an expression where a value may stand, and no other map', () => {
    const withMessage = (message: unknown) => specWith({ name: 'A', type: 'Fail', fail: { message } });
    expect(validate(withMessage({ parameter: 'X' }))).toBe(true);
    expect(validate(withMessage({ paramter: 'X' }))).toBe(false);
  });

  test('takes a reference where a pattern is wanted', () => {
    expect(
      validate({
        projectName: 'p',
        preProdAccountId: '{{context:account}}',
        pipeline: { steps: [{ name: 'A', type: 'Fail', fail: { message: 'x' } }] },
      }),
    ).toBe(true);
    expect(
      validate({
        projectName: 'p',
        preProdAccountId: '12',
        pipeline: { steps: [{ name: 'A', type: 'Fail', fail: { message: 'x' } }] },
      }),
    ).toBe(false);
  });

  test('lets a step leave out, or switch off, what it can inherit', () => {
    const step = {
      name: 'A',
      type: 'Processing',
      environment: 'none',
      processing: { imageUri: 'i', maxRuntime: 'none' },
    };
    const pipeline = { defaults: { instanceType: 'ml.m5.large', environment: { A: 'b' } }, steps: [step] };
    expect(validate({ projectName: 'p', pipeline })).toBe(true);
    expect(validate({ projectName: 'p', pipeline: { ...pipeline, defaults: { instanceTyp: 'ml.m5.large' } } })).toBe(
      false,
    );
  });

  test('knows forEach, and takes the map of an item for a map', () => {
    const step = (forEach: unknown) => ({
      name: `A-\${each.key}`,
      type: 'Processing',
      forEach,
      environment: `\${each.value}`,
      processing: { imageUri: 'i', instanceType: `\${each.value.kind}` },
    });
    expect(validate(specWith(step([1, 'b'])))).toBe(true);
    expect(validate(specWith(step({ a: { kind: 'ml.m5.large' }, b: 2 })))).toBe(true);
    for (const wrong of [[], 5, { a: [1] }]) expect(validate(specWith(step(wrong)))).toBe(false);
  });

  test("knows steps in SageMaker's words", () => {
    expect(validate(specWith({ raw: { Name: 'A', Type: 'Quantum', Arguments: { Qubits: 3 } } }))).toBe(true);
    for (const wrong of [{ raw: { Type: 'Fail' } }, { raw: { Name: 'A', Type: 'Fail' }, name: 'A' }, { name: 'A' }])
      expect(validate(specWith(wrong))).toBe(false);
  });
});
