import type { Json } from '@millrace/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinitionPolicies } from '../../src/engine/check-definition-policies.js';
import { checkTemplatePolicies } from '../../src/engine/check-template-policies.js';
import type { Finding } from '../../src/engine/finding.js';
import { policyOf } from '../../src/engine/policy.js';
import { GOVERNANCE_RULES } from '../../src/rules/governance-rules.js';
import { readSymbolicJson } from '../../src/template/read-symbolic-json.js';
import { contextOf, readFixture, templateOf } from '../rules/rule-fixture.js';
import { FIXTURE_DEFINITIONS } from './fixture-definitions.js';
import { replaceNode } from './replace-node.js';

const RUNS = { numRuns: 2000, seed: 5 };

/** Milliseconds; seconds on a machine that does nothing else. */
const TIME = 240_000;

// Rules do not demand tags unless a project says which.
const settings = [{ settings: { rules: { 'MR-CST-006': { options: { tags: ['Team'] } } } }, path: [] }];
const everything = policyOf({ rules: GOVERNANCE_RULES, profiles: ['regulated', 'cost'], settings }).value ?? [];

const pipelineOf = (definition: object, name?: string): Json => ({
  Type: 'AWS::SageMaker::Pipeline',
  Properties: {
    ...(name !== undefined && { PipelineName: name }),
    PipelineDefinition: { PipelineDefinitionBody: JSON.stringify(definition) },
  },
});

const TEMPLATES = [
  ...GOVERNANCE_RULES.flatMap(({ id }) => Object.values(readFixture(id)).flat()).flatMap((each) => {
    const template = templateOf(each);
    return template === undefined ? [] : [{ template, options: contextOf(each) }];
  }),
  ...FIXTURE_DEFINITIONS.slice(0, 20).map(({ definition, options }) => ({
    template: { Resources: { Pipe: pipelineOf(definition) } },
    options,
  })),
];

describe('whatever a template holds', () => {
  const wild = fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, '', '*', '__proto__', [], {}, [[]], { Ref: 7 }, { Ref: 'AWS::NoValue' }),
    fc.constantFrom<unknown>({ 'Fn::If': [] }, { 'Fn::Join': ['', [{ Ref: 'Pipe' }, null]] }, { 'Fn::Sub': [7, 7] }),
    fc.constantFrom<unknown>({ 'Fn::GetAtt': ['Pipe'] }, { 'Fn::Select': [9, []] }, { 'Fn::FindInMap': [1, 2, 3] }),
    fc.constantFrom<unknown>({ 'Fn::If': ['C', { Ref: 'Pipe' }, { 'Fn::If': ['C', 1, [2]] }] }, { Statement: 'x' }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.jsonValue({ maxDepth: 2 }),
  );

  it(
    'no rule fails',
    () => {
      const changes = fc.array(fc.tuple(fc.nat(60), wild), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(fc.constantFrom(...TEMPLATES), changes, ({ template, options }, given) => {
          const mutated = given.reduce<unknown>((tree, [at, value]) => replaceNode(tree, at, value), template);
          const json = JSON.parse(JSON.stringify(mutated));
          const { findings } = checkTemplatePolicies(json, { ...options, policy: everything });
          for (const { fingerprint } of findings) expect(fingerprint).toMatch(/^[0-9a-f]{16}(?:-\d+)?$/);
        }),
        RUNS,
      );
    },
    TIME,
  );
});

describe('a definition in a template', () => {
  const said = (findings: readonly Finding[]) =>
    findings.map(({ rule, verdict, message, definitionPath, steps }) => [
      rule,
      verdict,
      message,
      definitionPath,
      steps,
    ]);

  it(
    'is judged as it is alone',
    () => {
      for (const { definition, options } of FIXTURE_DEFINITIONS) {
        const template = { Resources: { Pipe: pipelineOf(definition, options.pipelineName) } };
        const { findings, diagnostics } = checkTemplatePolicies(template, { ...options, policy: everything });
        expect(diagnostics).toEqual([]);
        const inside = findings.filter(({ path }) => path.includes('PipelineDefinitionBody'));
        const alone = checkDefinitionPolicies(definition, { ...options, policy: everything });
        expect(said(inside)).toEqual(said(alone));
      }
    },
    TIME,
  );

  it('has its tokens where they stood, whatever stands around them', () => {
    const token = { 'Millrace:DeployValue': 'resource:Role.Arn' };
    const marked = fc.letrec<{ node: Json }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constant<Json>(token),
        fc.string({ unit: 'binary' }),
        fc
          .tuple(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }))
          .map(([a, b]): Json => ({ 'Millrace:Text': [a, token, b] })),
        fc.constantFrom<Json>(null, true, 7, 'null', '\\', '"null"'),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(marked, (tree) => {
        const { value, diagnostics } = readSymbolicJson({ 'Millrace:Text': textWithTokens(tree, token) }, 'body');
        expect(diagnostics).toEqual([]);
        expect(JSON.parse(JSON.stringify(value?.value))).toEqual(JSON.parse(JSON.stringify(tree)));
      }),
      RUNS,
    );
  });
});

/** The tree as text, in which every deploy value is a part of its own: as CloudFormation joins it. */
function textWithTokens(tree: Json, token: Json): readonly Json[] {
  const mark = '\u{f0000}';
  const text = JSON.stringify(tree, (_, value) => {
    if (JSON.stringify(value) === JSON.stringify(token)) return mark;
    if (typeof value !== 'object' || value === null || !('Millrace:Text' in value)) return value;
    const [before, , after] = value['Millrace:Text'];
    return `${before}${mark}${after}`;
  });
  return text
    .split(mark)
    .flatMap((part, index) => (index === 0 ? [part] : [token, part]))
    .filter((part) => part !== '');
}
