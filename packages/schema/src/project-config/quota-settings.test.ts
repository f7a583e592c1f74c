import { expect, it } from 'vitest';
import { SourceNumber } from '../source/source-number.js';
import { projectConfigSchema } from './project-config.js';

it('takes raised quotas, and leaves the others to the defaults of AWS', () => {
  const { limits } = projectConfigSchema.parse({ limits: { steps: new SourceNumber('120') } });
  expect(limits).toEqual({ steps: 120 });
});

it('refuses quotas that there are not, and numbers that are none', () => {
  for (const limits of [{ step: 120 }, { steps: 0 }, { steps: '120' }, { steps: 1.5 }, 120])
    expect(projectConfigSchema.safeParse({ limits }).success).toBe(false);
});

it('takes members by step type and way', () => {
  const allowUnknownMembers = ['Training.Fresh', 'Training.Arguments.InputDataConfig[].Fresh'];
  expect(projectConfigSchema.parse({ allowUnknownMembers })).toMatchObject({ allowUnknownMembers });
  for (const wrong of ['Fresh', 'Training', 'Training.Arguments.', 'Training.Arguments[0].Fresh'])
    expect(projectConfigSchema.safeParse({ allowUnknownMembers: [wrong] }).success).toBe(false);
});
