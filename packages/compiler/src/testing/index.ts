// Vocabulary for tests of specs, in any test framework.

export { expectCompiles } from './expect-compiles.js';
export { expectDiagnostics, type SaidDiagnostic } from './expect-diagnostics.js';
export type { SpecUnderTest } from './spec-under-test.js';
