import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectConfigSchema } from '@millrace/schema';
import { expect, test } from 'vitest';
import { findingsUnderTest } from '../src/testing/definition-under-test.js';

// The pipeline of which the six packs of cdk-nag 3.0.2, checkov and the others say nothing at all.
const POISONED = readFileSync(join(import.meta.dirname, 'poisoned-definition.json'), 'utf8');

const { environments } = projectConfigSchema.parse({
  environments: { prod: { account: '111122223333', region: 'us-east-1', allowedInstances: ['ml.m5.*'] } },
});
const config = environments['prod'];
const environment = config === undefined ? {} : { environment: { name: 'prod', config } };

function rulesOf(findings: ReturnType<typeof findingsUnderTest>): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

test('the baseline alone finds a dozen faults in it, whoever deploys it', () => {
  const findings = findingsUnderTest(POISONED);
  expect(findings.length).toBeGreaterThanOrEqual(12);
  expect(rulesOf(findings)).toEqual(
    expect.arrayContaining([
      'MR-KMS-001',
      'MR-IMG-002',
      'MR-IMG-003',
      'MR-SEC-001',
      'MR-REG-001',
      'MR-REG-003',
      'MR-S3-003',
      'MR-RES-001',
    ]),
  );
});

test('what is wrong with it in an environment is found there', () => {
  const findings = findingsUnderTest(POISONED, { profiles: ['regulated', 'cost'], ...environment });
  expect(rulesOf(findings)).toEqual(
    expect.arrayContaining([
      'MR-IAM-001',
      'MR-CST-001',
      'MR-NET-001',
      'MR-NET-003',
      'MR-NET-005',
      'MR-RES-003',
      'MR-SEC-002',
    ]),
  );
  expect(findings.every(({ verdict }) => verdict === 'violated' || verdict === 'unknown')).toBe(true);
  expect(findings.length).toBeGreaterThanOrEqual(25);
});
