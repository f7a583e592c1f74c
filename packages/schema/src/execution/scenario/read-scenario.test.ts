import { expect, test } from 'vitest';
import { parseDuration } from './duration.js';
import { readScenario } from './read-scenario.js';

test('durations are seconds or text', () => {
  expect(['90s', '2m', '3m20s', '1h30m', '1d', '500ms', '1.5s'].map(parseDuration)).toEqual([
    90, 120, 200, 5400, 86_400, 0.5, 1.5,
  ]);
  expect(['', 'm', '2', '2 m', '-1s', '1m1h'].map(parseDuration)).toEqual(Array(6).fill(undefined));
});

test('a scenario is read with durations in seconds', () => {
  const { value, diagnostics } = readScenario({
    steps: { Evaluate: { duration: '2m', propertyFiles: { Report: { auc: 0.9 } } } },
    conditions: { Gate: true },
  });
  expect(diagnostics).toEqual([]);
  expect(value?.steps?.['Evaluate']).toMatchObject({ duration: 120, propertyFiles: { Report: { auc: 0.9 } } });
});

test.each([
  [{ steps: { E: { propertyFile: {} } } }, ['steps', 'E', 'propertyFile'], 'did you mean "propertyFiles"?'],
  [{ cases: {} }, ['cases'], '"cases" is known, not supported yet.'],
  [{ steps: { E: { duration: '2 min' } } }, ['steps', 'E', 'duration'], 'such as 90s'],
  [{ steps: { E: { fault: 'Capacity' } } }, ['steps', 'E', 'fault'], 'SageMaker.CAPACITY_ERROR'],
  [{ conditions: { Gate: 'yes' } }, ['conditions', 'Gate'], 'expected true or false, but this is the text "yes"'],
  [['steps'], [], 'expected a map, but this is a list'],
])('%j is refused at its place', (scenario, path, text) => {
  const { value, diagnostics } = readScenario(scenario);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'simulation/bad-scenario', path }]);
  expect(diagnostics[0]?.message).toContain(text);
});
