import { type Json, placedSteps, STEP_TYPES, type StepType, stepTypeDeclarations } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import type { PolicyStatement } from '../../src/platform/platform-model.js';
import { jobRoleOf } from '../../src/platform/roles/job-role.js';
import { pipelineRoleOf } from '../../src/platform/roles/pipeline-role.js';
import { expectCompiles } from '../../src/testing/expect-compiles.js';
import { mutantsOf, refused } from './calls.js';
import { deployed } from './deployment.js';
import { STEP_CALLS } from './step-calls.js';

describe.each(STEP_TYPES)('the smallest pipeline with a step of type %s', async (type) => {
  const compiled = await expectCompiles(exampleSpec(type));
  const role = pipelineRoleOf(compiled);
  const statements = deployed(role.statements);
  const types = new Set(placedSteps(compiled.definition).map(({ step }) => step.Type as StepType));
  const calls = [...types].flatMap((each) => STEP_CALLS[each]);

  it('may make all calls that it needs', () => {
    expect(refused(calls, statements)).toEqual([]);
    expect(role.gaps).toEqual([]);
  });

  it('may do nothing else', () => {
    const given = statements.filter(({ effect }) => effect === 'Allow').flatMap(({ actions }) => actions);
    expect([...new Set(given)].sort()).toEqual([...new Set(calls.map(([action]) => action))].sort());
  });

  it.each(mutantsOf(statements).map(({ without, statements: weaker }) => [without, weaker] as const))(
    'could not without %s',
    (_, weaker) => {
      expect(refused(calls, weaker)).not.toEqual([]);
    },
  );

  it('says why AWS takes nothing narrower, for each wildcard and for nothing else', () => {
    const all = [...role.statements, ...jobRoleOf(compiled).statements].filter(({ effect }) => effect === 'Allow');
    for (const statement of all) expectReasons(statement);
  });
});

/** The only statements on all resources: AWS has no resources for their actions. */
it('allows nothing on all resources but where AWS takes nothing else', async () => {
  const found = new Map<string, readonly string[]>();
  for (const type of STEP_TYPES) {
    const compiled = await expectCompiles(exampleSpec(type));
    for (const { effect, actions, resources } of [
      ...pipelineRoleOf(compiled).statements,
      ...jobRoleOf(compiled).statements,
    ])
      if (effect === 'Allow' && resources.includes('*')) found.set(actions.join(' '), actions);
  }
  expect([...found.keys()].sort()).toEqual([
    'bedrock:CreateCustomModel',
    'bedrock:CreateModelImportJob',
    'cloudwatch:PutMetricData',
    'ecr:GetAuthorizationToken',
    'sagemaker:ListCandidatesForAutoMLJob',
  ]);
});

function expectReasons({ sid, resources, wildcards = [] }: PolicyStatement): void {
  const [wide] = [resources.filter((resource) => JSON.stringify(resource).includes('*'))];
  const findings = wide.map((resource) => JSON.stringify(textWith('Resource::', resource)));
  expect([sid, wildcards.map(({ finding }) => JSON.stringify(finding))]).toEqual([sid, findings]);
  expect(wildcards.every(({ reason }) => reason.length > 20)).toBe(true);
}

function textWith(start: string, text: Json): Json {
  if (typeof text === 'string') return start + text;
  const { 'Millrace:Text': [first, ...rest] = [] } = text as { 'Millrace:Text'?: readonly Json[] };
  return { 'Millrace:Text': [`${start}${String(first)}`, ...rest] };
}

function exampleSpec(type: StepType): string {
  const { example, exampleNeeds = [] }: { example: Json; exampleNeeds?: readonly Json[] } = stepTypeDeclarations[type];
  return JSON.stringify({ projectName: 'p', pipeline: { steps: [...exampleNeeds, example] } });
}
