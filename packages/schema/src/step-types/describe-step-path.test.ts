import { describe, expect, test } from 'vitest';
import { loadDescribeTrees } from '../service-model/load-describe-trees.js';
import { loadServiceModel } from '../service-model/load-service-model.js';
import { describedOperations } from './describe-step-path.js';
import { STEP_TYPES, stepTypeRequest } from './step-type-registry.js';

const trees = await loadDescribeTrees();
const model = await loadServiceModel();

describe.each(STEP_TYPES)('%s', (type) => {
  test('names a request of the service model, if any', () => {
    const request = stepTypeRequest(type);
    if (request !== undefined) expect(Object.keys(model.requests)).toContain(request);
  });

  test('names responses that the trees have', () => {
    for (const operation of describedOperations(type)) expect(Object.keys(trees.operations)).toContain(operation);
  });
});

test('a type without a declaration has none', () => {
  expect(describedOperations('Tomorrow')).toEqual([]);
});
