import { STEP_TYPES, stepTypeFacts } from '@millrace/schema';
import { expect, test } from 'vitest';
import { containerPlannerOf } from '../container-plans/container-planners.js';
import { recordKeeperOf } from '../records/record-keepers.js';

test.each(STEP_TYPES)('the tables agree with the facts of %s', (type) => {
  const kind = stepTypeFacts(type)?.execution;
  expect(containerPlannerOf(type) !== undefined).toBe(kind === 'container-job');
  expect(recordKeeperOf(type) !== undefined).toBe(kind === 'record');
});
