import { describe, expect, it } from 'vitest';
import { tryOut } from '../../test/try-out.js';
import { chooseRegion } from './choose-region.js';

describe('chooseRegion', () => {
  it.each([
    ['eu-west-1', { region: 'eu-west-1' }, { AWS_REGION: 'eu-north-1' }],
    ['us-gov-west-1', {}, { AWS_REGION: 'us-gov-west-1', AWS_DEFAULT_REGION: 'eu-west-1' }],
    ['cn-north-1', {}, { AWS_REGION: '', AWS_DEFAULT_REGION: 'cn-north-1' }],
    ['us-east-1', {}, {}],
  ])('takes %s of %j and %j', async (region, request, variables) => {
    const scaffold = tryOut({ request, surroundings: { variables } });
    expect(await chooseRegion(scaffold)).toBeUndefined();
    expect(scaffold.region).toBe(region);
  });

  it('asks a person, unless told to ask nothing', async () => {
    const asked = tryOut({ answers: ['eu-west-1'] });
    expect(await chooseRegion(asked)).toBeUndefined();
    expect(asked).toMatchObject({ region: 'eu-west-1', asked: true });
    const unasked = tryOut({ answers: ['eu-west-1'], request: { yes: true } });
    expect(await chooseRegion(unasked)).toBeUndefined();
    expect(unasked).toMatchObject({ region: 'us-east-1', asked: false });
    expect(await chooseRegion(tryOut({ answers: [undefined] }))).toMatchObject({ exitCode: 130 });
  });

  it.each([
    [{ region: 'mars' }, {}, '--region'],
    [{}, { AWS_REGION: 'mars' }, 'AWS_REGION'],
  ])('refuses what cannot be a region (%j, %j)', async (request, variables, source) => {
    const sentence = `${source}: "mars" is not the name of an AWS region, such as eu-west-1.`;
    expect(await chooseRegion(tryOut({ request, surroundings: { variables } }))).toEqual({ exitCode: 2, sentence });
  });
});
