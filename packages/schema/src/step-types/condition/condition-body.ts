import { z } from 'zod';
import type { Path } from '../../diagnostics/diagnostic.js';
import { authorObject } from '../../spec/author-object.js';
import { CONDITION_OPERATORS, ConditionTest } from '../../spec/condition-test.js';
import { nameOfOther } from '../../spec/names.js';
import { scalar } from '../../spec/slots.js';
import { SpecValue } from '../../spec/spec-value.js';

/** A comparison of a value in a property file with a threshold: MDAA's form. */
const test = authorObject({
  operator: z.enum(CONDITION_OPERATORS).describe('How the value is compared with the threshold.'),
  stepName: nameOfOther.describe('Processing step that declares the property file.'),
  propertyFile: nameOfOther.describe('Name of the property file.'),
  jsonPath: nameOfOther.describe('Path of the value in the file, without $: metrics.auc.'),
  threshold: scalar().describe('What the value is compared with: a literal, a parameter, or another expression.'),
}).transform(({ operator, stepName: step, propertyFile: file, jsonPath, threshold }) => {
  const left = new SpecValue(
    { kind: 'jsonGet', step, file, jsonPath, fileAt: ['propertyFile'], pathAt: ['jsonPath'] },
    ['stepName'],
  );
  return new ConditionTest(operator, left, placedAt(threshold, ['threshold']));
});

// The values of a test are placed relative to the test as a whole.
function placedAt({ form, at }: SpecValue, base: Path): SpecValue {
  if (form.kind === 'jsonGet')
    return new SpecValue({ ...form, fileAt: [...base, ...form.fileAt], pathAt: [...base, ...form.pathAt] }, [
      ...base,
      ...at,
    ]);
  if (form.kind === 'join')
    return new SpecValue({ ...form, values: form.values.map((each) => placedAt(each, base)) }, [...base, ...at]);
  return new SpecValue(form, [...base, ...at]);
}

/** The body of a Condition step. Source of names: MDAA 1.6.0, facts/mdaa-module section 1.5. */
export const conditionBody = authorObject({
  conditions: z.array(test).min(1).max(200).describe('Comparisons; all of them must hold.'),
  ifSteps: z.array(nameOfOther).describe('Names of the steps that run when all comparisons hold.'),
  elseSteps: z.array(nameOfOther).optional().describe('Names of the steps that run otherwise.'),
});

/** What an author says of a Condition step. */
export type ConditionBody = z.output<typeof conditionBody>;
