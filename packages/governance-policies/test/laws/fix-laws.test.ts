import { checkStructure, type PipelineDefinition, readDefinition } from '@millrace/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinitionPolicies } from '../../src/engine/check-definition-policies.js';
import { policyOf } from '../../src/engine/policy.js';
import { fixUntilDone } from '../../src/fixes/fix-until-done.js';
import type { FixKind } from '../../src/rule/governance-rule.js';
import { GOVERNANCE_RULES } from '../../src/rules/governance-rules.js';
import { expectLawfulFixes } from '../../src/testing/expect-lawful-fixes.js';
import type { KnownDefinition } from './fixture-definitions.js';
import { composedDefinitions, knownDefinitions } from './random-definitions.js';
import { randomEnvironments } from './random-environments.js';
import { replaceNode } from './replace-node.js';

/** A share; `npm run campaign -- --of fixes` tries as many as it is told. */
const RUNS = { numRuns: 500, seed: 5 };

/** Milliseconds; much less on a machine that does nothing else. */
const TIME = 600_000;

const policy = policyOf({ rules: GOVERNANCE_RULES, profiles: ['regulated', 'cost'] }).value ?? [];

/** What may stand where an author wrote something else. */
const OTHER_VALUES = [
  null,
  true,
  'ml.g5.xlarge',
  's3://elsewhere/x',
  {},
  [],
  { Get: 'Parameters.Other' },
  { 'Millrace:DeployValue': 'kmsKeyArn' },
  { 'Millrace:Text': ['s3://', { 'Millrace:DeployValue': 'bucket' }, '/x'] },
];

/** Definitions with other values in some places, and environments that do not know them. */
const fixable = fc
  .record({
    known: fc.oneof(knownDefinitions, composedDefinitions),
    environment: fc.option(randomEnvironments, { nil: undefined }),
    changes: fc.array(fc.tuple(fc.nat(120), fc.constantFrom(...OTHER_VALUES)), { maxLength: 2 }),
  })
  .map(({ known, environment, changes }): KnownDefinition | undefined => {
    const changed = changes.reduce<unknown>((tree, [at, value]) => replaceNode(tree, at, value), known.definition);
    // That no bucket can be called "b" is told once, at the first place that has it, so that every fix there would tell it anew.
    const text = JSON.stringify(changed).replace(/s3:\/\/b(?=[/"])/g, 's3://some-bucket');
    const read = readDefinition(text, 'changed.json').value;
    const definition = read === undefined ? undefined : checkStructure(read).value?.definition;
    // A fix is a change, so nothing is compared with what is deployed.
    const options = { ...known.options, deployed: undefined, environment: environment ?? known.options.environment };
    return definition === undefined ? undefined : { definition, options };
  })
  .filter((each) => each !== undefined);

function checkWith(options: KnownDefinition['options']) {
  return (definition: PipelineDefinition) => checkDefinitionPolicies(definition, { ...options, policy });
}

describe.each<readonly [string, readonly FixKind[]]>([
  ['safe fixes', ['safe']],
  ['all fixes', ['safe', 'suggested']],
])('%s', (_, kinds) => {
  it(
    'come to an end, introduce nothing and keep the graph',
    () =>
      fc.assert(
        fc.asyncProperty(fixable, ({ definition, options }) =>
          expectLawfulFixes(definition, checkWith(options), kinds),
        ),
        RUNS,
      ),
    TIME,
  );
});

it(
  'fixes do not depend on the order of steps',
  () => {
    fc.assert(
      fc.property(composedDefinitions, ({ definition, options }) => {
        const fix = (each: PipelineDefinition) =>
          fixUntilDone(each, checkWith({ ...options, deployed: undefined }), ['safe', 'suggested']);
        const reversed = fix({ ...definition, Steps: [...definition.Steps].reverse() });
        expect({ ...reversed, Steps: [...reversed.Steps].reverse() }).toEqual(fix(definition));
      }),
      RUNS,
    );
  },
  TIME,
);
