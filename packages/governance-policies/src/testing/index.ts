// Vocabulary for tests of pipelines and of own rules, in any test framework.

export type { CheckUnderTest } from './definition-under-test.js';
export { expectCompliant } from './expect-compliant.js';
export { expectFinding, type WantedFinding } from './expect-finding.js';
export { expectLawfulFixes } from './expect-lawful-fixes.js';
