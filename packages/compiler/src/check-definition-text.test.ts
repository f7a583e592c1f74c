import { expect, it } from 'vitest';
import { checkDefinitionText } from './check-definition-text.js';

const record = {
  Name: 'Record',
  Type: 'Lineage',
  Arguments: { Contexts: [{ ContextName: 'c', ContextType: 't', Source: { SourceUri: 's3://b' } }] },
};

function check(definition: unknown) {
  return checkDefinitionText({ file: 'd.json', text: JSON.stringify(definition) });
}

it('gives a value beside refusals, and places for all diagnostics', async () => {
  const train = { Name: 'Train', Type: 'Training', Arguments: { NoSuchMember: 1 } };
  const { value, diagnostics } = await check({ Version: '2020-12-01', Steps: [train] });
  expect(value?.graph.nodes.map(({ name }) => name)).toEqual(['Train']);
  expect(diagnostics.map(({ code }) => code)).toContain('definition/unknown-member');
  expect(diagnostics.every(({ range }) => range?.file === 'd.json')).toBe(true);
});

it('stops at blocking errors before the service model is asked', async () => {
  const broken = { Name: 'A', Type: 'Training', DependsOn: ['Ghost'], Arguments: { NoSuchMember: 1 } };
  const { value, diagnostics } = await check({ Version: '2020-12-01', Steps: [broken] });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['graph/unknown-step']);
});

it('tells what is no definition at all', async () => {
  for (const text of ['', '[1]', '{"Steps": 1}', '{']) {
    const { value, diagnostics } = await checkDefinitionText({ file: 'd.json', text });
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  }
});

it('honours what the project knows of quotas and of new members', async () => {
  const train = { Name: 'Train', Type: 'Training', Arguments: { NoSuchMember: 1 } };
  const text = JSON.stringify({ Version: '2020-12-01', Steps: [train, record] });
  const options = { limits: { steps: 1 }, allowUnknownMembers: ['Training.Arguments.NoSuchMember'] };
  const codes = (await checkDefinitionText({ file: 'd.json', text }, options)).diagnostics.map(({ code }) => code);
  expect(codes).toContain('graph/too-many-steps');
  expect(codes).not.toContain('definition/unknown-member');
});

it('has nothing against a sound definition', async () => {
  expect(await check({ Version: '2020-12-01', Steps: [record] })).toMatchObject({ diagnostics: [] });
});
