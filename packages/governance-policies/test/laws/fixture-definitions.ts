import type { PipelineDefinition } from '@millrace/schema';
import type { PolicyContextOptions } from '../../src/rule/policy-context.js';
import { GOVERNANCE_RULES } from '../../src/rules/governance-rules.js';
import { contextOf, definitionOf, readFixture } from '../rules/rule-fixture.js';

/** A definition of a case, and what it is checked with. */
export interface KnownDefinition {
  readonly definition: PipelineDefinition;
  readonly options: PolicyContextOptions;
}

/** The definitions of all cases of all rules: between them they have every place that a rule looks at. */
export const FIXTURE_DEFINITIONS: readonly KnownDefinition[] = GOVERNANCE_RULES.flatMap(({ id }) =>
  Object.values(readFixture(id))
    .flat()
    .map((each) => ({ definition: definitionOf(each), options: contextOf(each) })),
);
