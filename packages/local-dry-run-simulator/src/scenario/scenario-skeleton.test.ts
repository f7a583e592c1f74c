import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '@millrace/schema';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioSkeleton } from './scenario-skeleton.js';

test('all that conditions read is there, with the comparison beside', () => {
  const gate = parse(readFileSync(join(import.meta.dirname, '../../test/definitions/gate.yaml'), 'utf8'));
  const { scenario, text } = scenarioSkeleton(gate);
  expect(text).toBe(`# What the conditions read. Give each null a value; a null decides nothing.
scenario: 1
steps:
  Evaluate:
    propertyFiles:
      Report:
        metrics:
          auc:
            value: null  # Gate: GreaterThanOrEqualTo Parameters.MinAuc
`);
  expect(parse(text)).toEqual(scenario);
  expect(readScenario(scenario).diagnostics).toEqual([]);
});

test('metrics, outputs of functions, lists and odd keys', () => {
  const read = (reference: string) => ({ Get: reference });
  const path = (text: string) => ({ 'Std:JsonGet': { PropertyFile: read('Steps.E.PropertyFiles.R'), Path: text } });
  const operands = [
    read("Steps.T.FinalMetricDataList['validation:auc'].Value"),
    read("Steps.L.OutputParameters['answer']"),
    path("a[1]['b.c']"),
    path('a[0]'),
  ];
  const conditions = operands.map((LeftValue) => ({ Type: 'Equals', LeftValue, RightValue: 1 }));
  const condition = { Type: 'Not', Condition: { Type: 'Or', Conditions: conditions } };
  const gate = { Name: 'Gate', Type: 'Condition', Arguments: { Conditions: [condition], IfSteps: [], ElseSteps: [] } };
  const { scenario, text } = scenarioSkeleton({ Steps: [gate] });
  expect(scenario).toMatchObject({
    steps: {
      T: { metrics: { 'validation:auc': null } },
      L: { returns: { answer: null } },
      E: { propertyFiles: { R: { a: [null, { 'b.c': null }] } } },
    },
  });
  expect(parse(text)).toEqual(scenario);
});

test('a pipeline without conditions has an empty skeleton', () => {
  expect(parse(scenarioSkeleton({ Steps: [] }).text)).toEqual({ scenario: 1, steps: {} });
});
