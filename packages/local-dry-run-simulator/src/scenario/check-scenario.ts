import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type DefinitionStep,
  type Diagnostic,
  type Path,
  type Scenario,
  type ScenarioAttempt,
  type ScenarioStep,
  scenarioDiagnostics,
  stepTypeFacts,
} from '@millrace/schema';
import type { PlannedOutput } from '../container-plans/container-plan.js';
import { containerPlannerOf } from '../container-plans/container-planners.js';
import { isObject } from '../container-plans/read-member.js';
import { declaredOutputs, typeProblem } from '../engine/declared-outputs.js';
import type { StepNode } from '../engine/step-node.js';

/** What a scenario is checked against. */
export interface ScenarioSubject {
  readonly pipelineName: string;
  readonly nodes: ReadonlyMap<string, StepNode>;
  /** Where relative paths begin. */
  readonly folder: string;
}

/** Names in a scenario that the pipeline does not have. Paths lead into the scenario. */
export function checkScenario(
  scenario: Scenario,
  { pipelineName, nodes, folder }: ScenarioSubject,
): readonly Diagnostic[] {
  const names = [...nodes.keys()];
  const conditions = [...nodes.values()].filter((node) => node.kind === 'branch').map((node) => node.name);
  return [
    ...(scenario.pipeline === undefined
      ? []
      : unknownOf([scenario.pipeline], [pipelineName], { what: 'pipeline', owner: 'This run', path: [] })),
    ...unknownOf(Object.keys(scenario.steps ?? {}), names, { what: 'step', owner: 'The pipeline', path: ['steps'] }),
    ...unknownOf(Object.keys(scenario.conditions ?? {}), conditions, {
      what: 'condition',
      owner: 'The pipeline',
      path: ['conditions'],
    }),
    ...Object.entries(scenario.steps ?? {}).flatMap(([name, entry]) => {
      const step = nodes.get(name)?.step;
      const parts = partsOf(name, entry);
      return step === undefined
        ? []
        : parts.flatMap((part) => [...checkStep(part, step), ...checkFiles(part, { step, folder })]);
    }),
  ];
}

interface Place {
  readonly what: string;
  readonly owner: string;
  readonly path: Path;
}

function unknownOf(
  given: readonly string[],
  known: readonly string[],
  { what, owner, path }: Place,
): readonly Diagnostic[] {
  return given
    .filter((name) => !known.includes(name))
    .map((name) =>
      scenarioDiagnostics['unknown-scenario-name'](
        { what, name, owner, known },
        { path: path.length === 0 ? [what] : [...path, name], target: 'key' },
      ),
    );
}

function checkStep({ part, path }: ScenarioPart, step: DefinitionStep): readonly Diagnostic[] {
  const owner = `Step ${step.Name}`;
  const files = (step.PropertyFiles ?? []).map((file) => file.PropertyFileName);
  const outputs = outputsOf(step).map((output) => output.name);
  return [
    ...unknownOf(Object.keys(part.propertyFiles ?? {}), files, {
      what: 'property file',
      owner,
      path: [...path, 'propertyFiles'],
    }),
    ...unknownOf(Object.keys(part.outputs ?? {}), outputs, { what: 'output', owner, path: [...path, 'outputs'] }),
    ...checkReturns({ part, path }, step),
  ];
}

// Of a type that Millrace does not know nobody can say what it returns.
function checkReturns({ part, path }: ScenarioPart, step: DefinitionStep): readonly Diagnostic[] {
  if (stepTypeFacts(step.Type) === undefined) return [];
  const declared = declaredOutputs(step);
  const at = [...path, 'returns'];
  const names = declared.map(({ name }) => name);
  const wrong = declared.flatMap((output) => {
    const problem = typeProblem(output, part.returns?.[output.name]);
    const place = [...at, output.name];
    return problem === undefined
      ? []
      : [scenarioDiagnostics['bad-scenario']({ path: place, problem }, { path: place })];
  });
  const place = { what: 'output parameter', owner: `Step ${step.Name}`, path: at };
  return [...unknownOf(Object.keys(part.returns ?? {}), names, place), ...wrong];
}

// Names of outputs are literals, so the plan of arguments that still hold expressions has them all.
function outputsOf({ Type: type, Arguments: request }: DefinitionStep): readonly PlannedOutput[] {
  const plain = JSON.parse(JSON.stringify(request ?? {}));
  const planned = containerPlannerOf(type)?.plan({
    name: '',
    arn: '',
    region: '',
    arguments: isObject(plain) ? plain : {},
    siblings: {},
  });
  return planned?.outputs ?? [];
}

interface ScenarioPart {
  readonly part: ScenarioAttempt;
  readonly path: Path;
}

function partsOf(name: string, entry: ScenarioStep): readonly ScenarioPart[] {
  const attempts = (entry.attempts ?? []).map((part, index) => ({ part, path: ['steps', name, 'attempts', index] }));
  return [{ part: entry, path: ['steps', name] }, ...attempts];
}

function checkFiles(
  { part, path }: ScenarioPart,
  { step, folder }: { readonly step: DefinitionStep; readonly folder: string },
) {
  return Object.entries(part.outputs ?? {}).flatMap(([name, { from }]) => {
    const output = outputsOf(step).find((each) => each.name === name);
    const problem = from === undefined ? undefined : findProblem(from, { folder, packed: output?.packed === true });
    const at = [...path, 'outputs', name, 'from'];
    return problem === undefined ? [] : [scenarioDiagnostics['bad-scenario']({ path: at, problem }, { path: at })];
  });
}

function findProblem(
  from: string,
  { folder, packed }: { readonly folder: string; readonly packed: boolean },
): string | undefined {
  const stats = statSync(resolve(folder, from), { throwIfNoEntry: false });
  if (stats === undefined) return `${from} does not exist`;
  return packed && stats.isDirectory()
    ? `${from} is a folder; this output is one archive, so name a tar.gz`
    : undefined;
}
