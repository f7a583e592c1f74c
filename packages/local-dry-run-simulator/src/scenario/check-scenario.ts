import {
  type DefinitionStep,
  type Diagnostic,
  type Scenario,
  type ScenarioStep,
  scenarioDiagnostics,
} from '@millrace/schema';
import { containerPlannerOf } from '../container-plans/container-planners.js';
import { isObject } from '../container-plans/read-member.js';
import type { StepNode } from '../engine/step-node.js';

/** What a scenario is checked against. */
export interface ScenarioSubject {
  readonly pipelineName: string;
  readonly nodes: ReadonlyMap<string, StepNode>;
}

/** Names in a scenario that the pipeline does not have. Paths lead into the scenario. */
export function checkScenario(scenario: Scenario, { pipelineName, nodes }: ScenarioSubject): readonly Diagnostic[] {
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
    ...Object.entries(scenario.steps ?? {}).flatMap(([name, entry]) => checkStep(name, entry, nodes.get(name)?.step)),
  ];
}

interface Place {
  readonly what: string;
  readonly owner: string;
  readonly path: readonly string[];
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

function checkStep(name: string, entry: ScenarioStep, step: DefinitionStep | undefined): readonly Diagnostic[] {
  if (step === undefined) return [];
  const files = Array.isArray(step.PropertyFiles) ? step.PropertyFiles.map((file) => file.PropertyFileName) : [];
  const parts = [
    { part: entry, path: ['steps', name] },
    ...(entry.attempts ?? []).map((part) => ({ part, path: ['steps', name, 'attempts'] })),
  ];
  return parts.flatMap(({ part, path }) => [
    ...unknownOf(Object.keys(part.propertyFiles ?? {}), files, {
      what: 'property file',
      owner: `Step ${name}`,
      path: [...path, 'propertyFiles'],
    }),
    ...unknownOf(Object.keys(part.outputs ?? {}), outputsOf(step), {
      what: 'output',
      owner: `Step ${name}`,
      path: [...path, 'outputs'],
    }),
  ]);
}

// Names of outputs are literals, so the plan of arguments that still hold expressions has them all.
function outputsOf({ Type: type, Arguments: request }: DefinitionStep): readonly string[] {
  const plain = JSON.parse(JSON.stringify(request ?? {}));
  const planned = containerPlannerOf(type)?.plan({
    name: '',
    arn: '',
    region: '',
    arguments: isObject(plain) ? plain : {},
  });
  return (planned?.outputs ?? []).map((output) => output.name);
}
