import { checkStructure, type Json, type PipelineDefinition, readDefinition } from '@millrace/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinitionPolicies } from '../../src/engine/check-definition-policies.js';
import type { Finding } from '../../src/engine/finding.js';
import { policyOf } from '../../src/engine/policy.js';
import { GOVERNANCE_RULES } from '../../src/rules/governance-rules.js';
import { FIXTURE_DEFINITIONS, type KnownDefinition } from './fixture-definitions.js';
import { composedDefinitions as composed, knownDefinitions as known } from './random-definitions.js';
import { replaceNode } from './replace-node.js';

const RUNS = { numRuns: 2000, seed: 5 };

/** Milliseconds; seconds on a machine that does nothing else. */
const TIME = 240_000;

const baseline = policyOf({ rules: GOVERNANCE_RULES, profiles: ['baseline'] }).value ?? [];
const regulated = policyOf({ rules: GOVERNANCE_RULES, profiles: ['regulated'] }).value ?? [];
const everything = policyOf({ rules: GOVERNANCE_RULES, profiles: ['regulated', 'cost'] }).value ?? [];

function verdicts(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, verdict, fingerprint }) => `${rule} ${verdict} ${fingerprint}`).sort();
}

describe('whatever a definition holds', () => {
  const wild = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 0, -1, '', 'x', 's3://', 'arn:', '…', '<bucket>', 1e308, '__proto__'),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        { Get: 'Parameters.P' },
        { Get: 7 },
        { 'Std:Join': { On: 1, Values: 'x' } },
        { 'Millrace:Text': [null] },
      ),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom('S3Uri', 'KmsKeyId', 'InstanceType', 'Image', 'Environment', 'toString'),
        tie('json'),
        { maxKeys: 3 },
      ),
    ),
  })).json;

  it(
    'no rule fails',
    () => {
      fc.assert(
        fc.property(
          known,
          fc.array(fc.tuple(fc.nat(200), wild), { minLength: 1, maxLength: 4 }),
          ({ definition, options }, changes) => {
            const mutated = changes.reduce<unknown>((tree, [at, value]) => replaceNode(tree, at, value), definition);
            const read = readDefinition(JSON.stringify(mutated), 'mutated.json').value;
            const checked = read === undefined ? undefined : checkStructure(read).value;
            if (checked === undefined) return;
            for (const { fingerprint, path } of checkDefinitionPolicies(checked.definition, {
              ...options,
              policy: everything,
            })) {
              expect(fingerprint).toMatch(/^[0-9a-f]{16}(?:-\d+)?$/);
              expect(Array.isArray(path)).toBe(true);
            }
          },
        ),
        RUNS,
      );
    },
    TIME,
  );
});

describe('of every definition', () => {
  it(
    'the verdict does not depend on the order of its steps',
    () => {
      fc.assert(
        fc.property(composed, fc.infiniteStream(fc.nat()), ({ definition, options }, random) => {
          const Steps = [...definition.Steps]
            .map((step) => [random.next().value, step] as const)
            .sort(([a], [b]) => a - b)
            .map(([, step]) => step);
          const check = (steps: PipelineDefinition['Steps']) =>
            verdicts(checkDefinitionPolicies({ ...definition, Steps: steps }, { ...options, policy: everything }));
          expect(check(Steps)).toEqual(check(definition.Steps));
        }),
        RUNS,
      );
    },
    TIME,
  );

  it(
    'regulated finds all that baseline finds, at least as loud',
    () => {
      const order = ['info', 'warning', 'error'];
      fc.assert(
        fc.property(fc.oneof(known, composed), ({ definition, options }: KnownDefinition) => {
          const strict = new Map(
            checkDefinitionPolicies(definition, { ...options, policy: regulated }).map((each) => [
              each.fingerprint,
              each,
            ]),
          );
          for (const { fingerprint, severity, rule } of checkDefinitionPolicies(definition, {
            ...options,
            policy: baseline,
          })) {
            expect(order.indexOf(strict.get(fingerprint)?.severity ?? '')).toBeGreaterThanOrEqual(
              order.indexOf(severity),
            );
            expect(strict.get(fingerprint)?.rule).toBe(rule);
          }
        }),
        RUNS,
      );
    },
    TIME,
  );

  it('the same definition gives the same findings', () => {
    for (const { definition, options } of FIXTURE_DEFINITIONS) {
      // A copy, so that nothing is remembered by identity.
      const copy = JSON.parse(JSON.stringify(definition)) as Json as unknown as PipelineDefinition;
      const check = (each: PipelineDefinition) => checkDefinitionPolicies(each, { ...options, policy: everything });
      expect(check(copy)).toEqual(check(definition));
    }
  });
});
