// Vocabulary for tests of specs and of the rights around pipelines, in any test framework.

export { type BoundPrincipal, type BoundStatement, bindStatements } from '../platform/evaluate/bound-statement.js';
export type { RequestContext } from '../platform/evaluate/conditions-hold.js';
export {
  type AccessDecision,
  type AccessRequest,
  type BearingPolicies,
  type Caller,
  evaluateRequest,
} from '../platform/evaluate/evaluate-request.js';
export { expectCompiles } from './expect-compiles.js';
export { expectDiagnostics, type SaidDiagnostic } from './expect-diagnostics.js';
export type { SpecUnderTest } from './spec-under-test.js';
