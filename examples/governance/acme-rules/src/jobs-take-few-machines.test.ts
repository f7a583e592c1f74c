import { test } from 'node:test';
import { expectCompliant, expectFinding } from '@millrace/governance-policies/testing';
import { rules } from './index.js';

const training = (InstanceCount: unknown) => ({
  Version: '2020-12-01',
  Parameters: [{ Name: 'Machines', Type: 'Integer', DefaultValue: 8 }],
  Steps: [
    { Name: 'Train', Type: 'Training', Arguments: { ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount } } },
  ],
});

test('four machines are fine', () => {
  expectCompliant(training(4), { rules });
});

test('eight are not, not even as the default of a parameter', () => {
  for (const count of [8, { Get: 'Parameters.Machines' }]) {
    expectFinding(training(count), { rule: 'ACME-CST-001', step: 'Train', severity: 'error' }, { rules });
  }
});
