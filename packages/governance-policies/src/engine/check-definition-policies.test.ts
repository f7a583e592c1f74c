import { type GovernanceProfile, projectConfigSchema } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineRule } from '../rule/define-rule.js';
import { tell, violation } from '../rule/tell.js';
import { definitionUnderTest } from '../testing/definition-under-test.js';
import { judgeValue } from '../values/judge-value.js';
import { checkDefinitionPolicies } from './check-definition-policies.js';
import { findingDiagnostic } from './finding-diagnostic.js';
import { policyOf } from './policy.js';
import { projectPolicy } from './project-policy.js';

const TEXTS = {
  title: 'steps say so',
  checks: 'The member Said of arguments.',
  why: 'A rule for tests.',
  fix: { kind: 'none', how: 'say so' },
  source: 'no source',
} as const;

const saySo = defineRule({
  ...TEXTS,
  id: 'T-SAY-001',
  profiles: { baseline: 'error' },
  options: z.strictObject({ word: z.string().default('yes').describe('What is to be said.') }),
  subjects: (context) => context.steps,
  judge: function* ({ step, path }, context, { word }) {
    const answer = judgeValue(context.read(step.Arguments['Said']), (given) => given === word);
    yield* tell(answer, { path: [...path, 'Arguments'], violated: 'not said', unknown: 'perhaps not said' });
  },
});

const remark = defineRule({
  ...TEXTS,
  id: 'T-SAY-002',
  profiles: { regulated: 'warning', cost: 'info' },
  subjects: (context) => context.steps,
  judge: function* ({ path }) {
    yield violation('twice', { path });
    yield violation('once', { path });
    yield violation('twice', { path });
  },
});

const RULES = [saySo, remark];

function policy(...profiles: readonly GovernanceProfile[]) {
  return policyOf({ rules: RULES, profiles }).value ?? [];
}

function definitionOf(...steps: readonly object[]) {
  return definitionUnderTest({ Version: '2020-12-01', Parameters: [{ Name: 'P', Type: 'String' }], Steps: steps });
}

const silent = { Name: 'Silent', Type: 'Training', Arguments: {} };
const doubtful = { Name: 'Doubtful', Type: 'Training', Arguments: { Said: { Get: 'Parameters.P' } } };

const shared = defineRule({
  ...TEXTS,
  id: 'T-SHARE-001',
  profiles: { baseline: 'warning' },
  covers: ['T-SAY-001'],
  subjects: (context) => context.steps,
  judge: function* ({ path }) {
    yield violation('all of them', { path: [...path, 'Arguments'], about: 'one thing' });
  },
});

describe('what is one thing', () => {
  const definition = definitionOf(silent, { ...silent, Name: 'Quiet' });
  const found = (severity?: 'error') => {
    const settings = severity && [{ settings: { rules: { 'T-SHARE-001': { severity, options: {} } } }, path: [] }];
    const rules = policyOf({ rules: [saySo, shared], profiles: ['baseline'], settings }).value ?? [];
    return checkDefinitionPolicies(definition, { policy: rules });
  };

  it('is told once, with all its steps and places', () => {
    const [finding, ...others] = found().filter(({ rule }) => rule === 'T-SHARE-001');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ steps: ['Silent', 'Quiet'], places: [{ step: 'Silent' }, { step: 'Quiet' }] });
    expect(finding?.places.map(({ fingerprint }) => fingerprint)).toContain(finding?.fingerprint);
  });

  it('is told by the rule that says more, unless that is quieter', () => {
    expect(found().map(({ rule }) => rule)).toEqual(['T-SAY-001', 'T-SAY-001', 'T-SHARE-001']);
    expect(found('error').map(({ rule }) => rule)).toEqual(['T-SHARE-001']);
  });
});

describe('checkDefinitionPolicies', () => {
  it('tells what, why, where and what to do', () => {
    const [finding] = checkDefinitionPolicies(definitionOf(silent), { policy: policy('baseline') });
    expect(finding).toMatchObject({
      rule: 'T-SAY-001',
      severity: 'error',
      verdict: 'violated',
      message: 'not said: nothing is given',
      why: 'A rule for tests.',
      help: 'say so',
      steps: ['Silent'],
      path: ['Steps', 0, 'Arguments'],
    });
    expect(finding?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    if (finding === undefined) return;
    expect(findingDiagnostic(finding)).toMatchObject({
      code: 'policy/T-SAY-001',
      message: 'not said: nothing is given (Silent)',
      why: 'A rule for tests.',
    });
  });

  it('demands proof in regulated environments, and is quieter elsewhere', () => {
    const severityIn = (...profiles: readonly GovernanceProfile[]) =>
      checkDefinitionPolicies(definitionOf(doubtful), { policy: policy(...profiles) }).find(
        ({ verdict }) => verdict === 'unknown',
      )?.severity;
    expect(severityIn('baseline')).toBe('warning');
    expect(severityIn('regulated')).toBe('error');
    expect(severityIn('cost')).toBeUndefined();
  });

  it('says everything once, and tells apart what it says of one place', () => {
    const found = checkDefinitionPolicies(definitionOf(silent), { policy: policy('cost') });
    expect(found.map(({ message, severity }) => [message, severity])).toEqual([
      ['twice', 'info'],
      ['once', 'info'],
    ]);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('keeps fingerprints when steps change places', () => {
    const prints = (...steps: readonly object[]) =>
      checkDefinitionPolicies(definitionOf(...steps), { policy: policy('regulated') })
        .map(({ fingerprint }) => fingerprint)
        .sort();
    expect(prints(silent, doubtful)).toEqual(prints(doubtful, silent));
    expect(prints(silent, doubtful)).toHaveLength(6);
  });

  it('tells once what several steps inherit from one place', () => {
    const other = { ...silent, Name: 'Also' };
    const found = checkDefinitionPolicies(definitionOf(silent, other), {
      policy: policy('baseline'),
      originOf: () => ['pipeline', 'defaults'],
    });
    expect(found).toMatchObject([{ steps: ['Silent', 'Also'], path: ['pipeline', 'defaults'] }]);
    const places = ['Silent', 'Also'].map((step) => expect.objectContaining({ step, way: 'Arguments' }));
    expect(found[0]?.places).toEqual(places);
    expect(found[0]?.places.map(({ fingerprint }) => fingerprint)).toContain(found[0]?.fingerprint);
    expect(found.map(findingDiagnostic)).toMatchObject([{ message: 'not said: nothing is given (2 steps)' }]);
  });

  it('names the rule that fails', () => {
    const broken = defineRule({
      ...TEXTS,
      id: 'T-BAD-001',
      profiles: { baseline: 'error' },
      subjects: (context) => context.steps,
      judge: () => {
        throw new Error('oops');
      },
    });
    expect(() =>
      checkDefinitionPolicies(definitionOf(silent), { policy: policyOf({ rules: [broken] }).value ?? [] }),
    ).toThrow('the rule T-BAD-001 failed: oops');
  });
});

describe('projectPolicy', () => {
  const config = projectConfigSchema.parse({
    governance: { profiles: ['regulated'], rules: { 'T-SAY-001': { word: 'please' }, 'T-SAY-002': 'off' } },
    environments: {
      dev: {
        governance: { profiles: ['baseline'], rules: { 'T-SAY-001': { severity: 'info' }, 'T-SAY-002': 'error' } },
      },
    },
  });

  it('takes profiles, severities and options of the project', () => {
    const { value } = projectPolicy({ rules: RULES, config });
    expect(value).toEqual([
      { rule: saySo, severity: 'error', severityOfUnknown: 'error', options: { word: 'please' } },
    ]);
  });

  it('lets an environment say more', () => {
    const { value } = projectPolicy({ rules: RULES, config, environment: 'dev' });
    expect(value).toEqual([
      { rule: saySo, severity: 'info', severityOfUnknown: undefined, options: { word: 'please' } },
      { rule: remark, severity: 'error', severityOfUnknown: 'warning', options: {} },
    ]);
  });

  it('refuses rules and options that there are not', () => {
    const wrong = projectConfigSchema.parse({
      governance: { rules: { 'T-SAY-01': 'off', 'T-SAY-001': { wrod: 'x' }, 'T-SAY-002': { word: 'x' } } },
    });
    const { value, diagnostics } = projectPolicy({ rules: RULES, config: wrong });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, path, help }) => [code, path.join('.'), help])).toEqual([
      ['policy/unknown-rule', 'governance.rules.T-SAY-01', 'did you mean "T-SAY-001"?'],
      ['policy/bad-option', 'governance.rules.T-SAY-001', 'options of T-SAY-001: word'],
      ['policy/bad-option', 'governance.rules.T-SAY-002', 'this rule has no options; only its severity can be set'],
    ]);
  });
});

describe('defineRule', () => {
  it('refuses an id that is none, and a rule of no profile', () => {
    const rule = { ...TEXTS, profiles: {}, subjects: () => [], judge: () => [] };
    expect(() => defineRule({ ...rule, id: 'no id' })).toThrow('"no id" is no id of a rule');
    expect(() => defineRule({ ...rule, id: 'T-SAY-003' })).toThrow('belongs to no profile');
  });
});
