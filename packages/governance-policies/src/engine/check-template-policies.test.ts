import { type Json, readDefinition } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { defineRule } from '../rule/define-rule.js';
import { violation } from '../rule/tell.js';
import { checkTemplatePolicies } from './check-template-policies.js';
import { policyOf } from './policy.js';

const TEXTS = {
  title: 'a rule for tests',
  checks: 'All there is.',
  why: 'A rule for tests.',
  fix: { kind: 'safe', how: 'change it' },
  source: 'no source',
  profiles: { baseline: 'error' },
} as const;

const both = defineRule({
  ...TEXTS,
  id: 'T-BOTH-001',
  subjects: ({ steps }) => steps,
  judge: function* ({ path }) {
    yield {
      ...violation('a step', { path: [...path, 'Arguments'] }),
      edits: [{ path: [...path, 'Arguments', 'a'], value: 1 }],
    };
  },
  template: {
    subjects: (context) => context.ofType('AWS::IAM::Role'),
    judge: function* ({ path }) {
      yield violation('a role', { path: [...path, 'Properties', 'Policies', 1] });
    },
  },
});

const policy = policyOf({ rules: [both] }).value ?? [];

const pipeline = (...names: readonly string[]): Json => ({
  Type: 'AWS::SageMaker::Pipeline',
  Metadata: { 'aws:cdk:path': 'Stack/Pipe/Resource', 'millrace:spec': 'models/churn/pipeline.yaml' },
  Properties: {
    PipelineDefinition: {
      PipelineDefinitionBody: JSON.stringify({
        Version: '2020-12-01',
        Steps: names.map((Name) => ({ Name, Type: 'Training', Arguments: {} })),
      }),
    },
  },
});

const role = (...names: readonly string[]): Json => ({
  Type: 'AWS::IAM::Role',
  Properties: { Policies: names.map((PolicyName) => ({ PolicyName })) },
});

function check(Resources: Record<string, Json>) {
  return checkTemplatePolicies({ Resources }, { policy });
}

describe('checkTemplatePolicies', () => {
  it('says what rules find in resources and in the definitions inside', () => {
    const { findings, diagnostics, constructs } = check({ Pipe: pipeline('Train'), Role: role('a', 'b') });
    expect(diagnostics).toEqual([]);
    expect(constructs).toEqual(['Stack/Pipe/Resource', 'Role']);
    expect(findings).toMatchObject([
      {
        message: 'a role',
        construct: 'Role',
        steps: [],
        path: ['Resources', 'Role', 'Properties', 'Policies', 1],
        places: [{ step: '', way: 'Properties/Policies/b' }],
      },
      {
        message: 'a step',
        construct: 'Stack/Pipe/Resource',
        spec: 'models/churn/pipeline.yaml',
        steps: ['Train'],
        path: [
          ...['Resources', 'Pipe', 'Properties', 'PipelineDefinition', 'PipelineDefinitionBody'],
          ...['Steps', 0, 'Arguments'],
        ],
        definitionPath: ['Steps', 0, 'Arguments'],
        edits: [{ path: ['Steps', 0, 'Arguments', 'a'], value: 1 }],
        places: [{ step: 'Train', way: 'Arguments' }],
      },
    ]);
  });

  it('keeps fingerprints wherever things stand, and tells pipelines apart', () => {
    const fingerprints = (resources: Record<string, Json>) =>
      check(resources)
        .findings.map(({ fingerprint }) => fingerprint)
        .sort();
    const one = fingerprints({ Pipe: pipeline('A', 'B'), Role: role('x', 'y') });
    expect(new Set(one).size).toBe(3);
    expect(fingerprints({ Role: role('y', 'y'), Pipe: pipeline('B', 'A') })).toEqual(one);
    const two = fingerprints({ One: pipeline('A'), Other: pipeline('A') });
    expect(new Set(two).size).toBe(2);
  });

  it('knows the line of the body, and goes on where there is no definition', () => {
    const text = JSON.stringify(
      { Resources: { Pipe: pipeline('Train'), Bad: { Type: 'AWS::SageMaker::Pipeline' } } },
      undefined,
      1,
    );
    const { value: document } = readDefinition(text, 'template.json');
    if (document === undefined) throw new Error('the template cannot be read');
    const { findings, diagnostics } = checkTemplatePolicies(document, { policy });
    const line = text.slice(0, text.indexOf('PipelineDefinitionBody')).split('\n').length;
    expect(findings[0]?.range).toMatchObject({ file: 'template.json', start: { line } });
    expect(diagnostics).toMatchObject([{ code: 'policy/no-definition', range: { file: 'template.json' } }]);
  });

  it.each([null, 7, [], {}, { Resources: { Pipe: { Type: 'AWS::SageMaker::Pipeline', Properties: [] } } }])(
    'never throws: %j',
    (template) => {
      expect(checkTemplatePolicies(template, { policy }).findings).toEqual([]);
    },
  );
});
