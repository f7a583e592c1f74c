import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bindDeployValues,
  buildDiagram,
  type CompiledPipeline,
  checkDefinitionText,
  compileSpec,
  diagramFormats,
  localDeployValue,
} from '@millrace/compiler';
import { runDryRun } from '@millrace/local-dry-run-simulator';
import {
  hasErrors,
  type Json,
  loadServiceModel,
  STEP_TYPES,
  type StepType,
  stepTypeDeclarations,
  stepTypeRequest,
  toPlainJson,
} from '@millrace/schema';
import { afterAll, describe, expect, test } from 'vitest';

// Every step type in the registry: its smallest example goes the whole way. A new type is tested here without an entry.

const state = mkdtempSync(join(tmpdir(), 'millrace-step-types-'));
afterAll(() => rmSync(state, { recursive: true, force: true }));

describe.each(STEP_TYPES)('the smallest %s step', (type) => {
  const { name } = exampleOf(type);

  test('compiles without an error', async () => {
    const { definition } = await compileExample(type);
    expect(definition.Steps.map((step) => step.Name)).toContain(name);
  });

  test('is a definition that SageMaker would take', async () => {
    const text = JSON.stringify(bindLocally(await compileExample(type)));
    const { diagnostics } = await checkDefinitionText({ file: 'definition.json', text });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is drawn', async () => {
    const { graph } = await compileExample(type);
    for (const format of diagramFormats)
      expect(await format.render(buildDiagram(graph, 'p')), format.name).toContain(name);
  });

  test('runs as a scripted dry run', async () => {
    const { summary, diagnostics } = await runDryRun({
      definition: bindLocally(await compileExample(type)),
      pipelineName: 'p',
      launcher: 'scripted',
      stateDirectory: state,
    });
    expect(diagnostics).toEqual([]);
    expect(summary.steps.find((step) => step.name === name)).toMatchObject({
      type,
      status: STATUS_AFTER[kindOf(type)],
    });
  });
});

test('every request that a step type mirrors is in the service model', async () => {
  const { requests } = await loadServiceModel();
  const mirrored = STEP_TYPES.flatMap((type) => stepTypeRequest(type) ?? []);
  expect(mirrored.filter((request) => !Object.hasOwn(requests, request))).toEqual([]);
});

/** How a step ends that nobody says anything about: what nothing decides stays open, and a Fail step fails. */
const STATUS_AFTER = {
  'container-job': 'Succeeded',
  'function-call': 'Succeeded',
  'outside-wait': 'Succeeded',
  record: 'Succeeded',
  branch: 'Undecided',
  stop: 'Failed',
} as const;

function kindOf(type: StepType) {
  return stepTypeDeclarations[type].facts.execution;
}

function exampleOf(type: StepType): { readonly name: string } {
  // An example is a step, and every step has a name.
  return stepTypeDeclarations[type].example as { readonly name: string };
}

async function compileExample(type: StepType): Promise<CompiledPipeline> {
  const { exampleNeeds = [] }: { readonly exampleNeeds?: readonly Json[] } = stepTypeDeclarations[type];
  const spec = { projectName: 'p', pipeline: { steps: [...exampleNeeds, exampleOf(type)] } };
  const nothing = { read: () => undefined, list: () => undefined };
  const source = { file: 'pipeline.yaml', text: JSON.stringify(spec) };
  const { value, diagnostics } = await compileSpec(source, { files: nothing });
  if (value === undefined || hasErrors(diagnostics))
    throw new Error(`the example does not compile: ${JSON.stringify(diagnostics, undefined, 2)}`);
  return value;
}

function bindLocally({ definition }: CompiledPipeline) {
  // A definition is JSON; its typed view only says more.
  const symbolic = definition as unknown as Json;
  return toPlainJson(bindDeployValues(symbolic, (name) => localDeployValue(name).value).value);
}
