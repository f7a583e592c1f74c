import { expect, test } from 'vitest';
import { loadServiceModel } from '../service-model/load-service-model.js';
import { settingsOf } from './step-fields.js';
import { STEP_TYPES, stepTypeRequest } from './step-type-registry.js';

/** A versioned model package has the tags of its group, and AWS refuses others (CreateModelPackage `Tags`). */
const TAGGED_BY_THEIR_GROUP = ['RegisterModel'];

test('a step type takes tags exactly where its request has the tags of SageMaker', async () => {
  const { requests, shapes } = await loadServiceModel();
  const tagged = STEP_TYPES.filter((type) => {
    const shape = shapes[requests[stepTypeRequest(type) ?? ''] ?? ''];
    return shape?.type === 'structure' && shape.members['Tags'] === 'TagList';
  });
  const taking = STEP_TYPES.filter((type) => settingsOf(type).includes('tags'));
  expect(taking).toEqual(tagged.filter((type) => !TAGGED_BY_THEIR_GROUP.includes(type)));
});
