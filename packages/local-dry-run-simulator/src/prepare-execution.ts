import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  type DefinitionParameter,
  type Diagnostic,
  fail,
  locateDiagnostics,
  type Outcome,
  PARAMETER_TYPES,
  type PlainJson,
  type PlainJsonObject,
  type Scenario,
  type StartedParameter,
  scenarioDiagnostics,
  settle,
  startParameters,
  succeed,
} from '@millrace/schema';
import { isObject, objectsAt } from './container-plans/read-member.js';
import type { DryRunRequest } from './dry-run-request.js';
import type { Assumptions } from './engine/execution-settings.js';
import { findCycle } from './engine/find-cycle.js';
import { planSteps } from './engine/plan-steps.js';
import type { StepNode } from './engine/step-node.js';
import { requestDiagnostics } from './request-diagnostics.js';
import { checkScenario } from './scenario/check-scenario.js';

/** A request that can run. */
export interface PreparedExecution {
  readonly nodes: ReadonlyMap<string, StepNode>;
  readonly parameters: readonly StartedParameter[];
  readonly parameterTypes: ReadonlyMap<string, string>;
  readonly experiment: PlainJson | undefined;
  readonly assumptions: Assumptions;
  readonly scenario: Scenario;
  /** Where relative paths of the scenario begin. */
  readonly scenarioFolder: string;
  /** SHA-256 of the definition. */
  readonly definitionDigest: string;
  /** SHA-256 of all that decides about a scripted run. */
  readonly inputDigest: string;
}

/** Checks a request without doing anything. Paths of diagnostics lead into the definition; diagnostics about a scenario file have their place in it. */
export function prepareExecution(request: DryRunRequest): Outcome<PreparedExecution> {
  const definition = readDefinition(request.definition);
  if (definition.value === undefined) return fail(definition.diagnostics);
  const { steps, declared, experiment } = definition.value;
  const scenario = request.scenario ?? {};
  const scenarioFolder = resolve(dirname(request.scenarioDocument?.file ?? 'scenario.yaml'));
  const nodes = planSteps(steps);
  const parameters = startParameters(declared, { ...textsOf(scenario.parameters), ...request.parameters });
  const definitionDigest = digest(request.definition);
  const prepared: PreparedExecution = {
    nodes,
    parameters: parameters.value ?? [],
    parameterTypes: new Map(declared.map((parameter) => [parameter.Name, parameter.Type ?? 'String'])),
    experiment,
    assumptions: mergeAssumptions(request, scenario),
    scenario,
    scenarioFolder,
    definitionDigest,
    inputDigest: digest([
      definitionDigest,
      parameters.value ?? [],
      request.assumptions ?? [],
      scenario,
      request.pipelineName,
    ]),
  };
  return settle(prepared, [
    ...checkCycle(nodes),
    ...parameters.diagnostics,
    ...locate(checkScenario(scenario, { pipelineName: request.pipelineName, nodes, folder: scenarioFolder }), request),
    ...checkAssumptions(request, nodes),
    ...checkData(request),
  ]);
}

/** The parts of a definition that a run needs. */
interface ReadDefinition {
  readonly steps: readonly PlainJson[];
  readonly declared: readonly DefinitionParameter[];
  readonly experiment: PlainJson | undefined;
}

function readDefinition(definition: PlainJson): Outcome<ReadDefinition> {
  const problem = findProblem(definition);
  if (problem !== undefined) return fail([requestDiagnostics['not-a-definition']({ problem }, { path: [] })]);
  const { Steps: steps, PipelineExperimentConfig: experiment } = isObject(definition) ? definition : {};
  const declared = objectsAt(definition, 'Parameters').flatMap(readParameter);
  return succeed({ steps: Array.isArray(steps) ? steps : [], declared, experiment });
}

function findProblem(definition: PlainJson): string | undefined {
  if (!isObject(definition)) return 'it is no object';
  const steps = definition['Steps'];
  if (!Array.isArray(steps)) return 'it has no list "Steps"';
  const bad = steps.findIndex(
    (step) => !isObject(step) || typeof step['Name'] !== 'string' || typeof step['Type'] !== 'string',
  );
  return bad === -1 ? undefined : `Steps[${bad}] has no "Name" or no "Type"`;
}

function readParameter(parameter: PlainJsonObject): readonly DefinitionParameter[] {
  const { Name: name, Type: given, DefaultValue: value, EnumValues: allowed } = parameter;
  if (typeof name !== 'string') return [];
  const type = PARAMETER_TYPES.find((each) => each === given) ?? 'String';
  const enumValues = Array.isArray(allowed) ? { EnumValues: allowed.filter((each) => typeof each === 'string') } : {};
  return [{ Name: name, Type: type, ...enumValues, ...(value === undefined ? {} : { DefaultValue: value }) }];
}

function mergeAssumptions({ assumptions = [] }: DryRunRequest, { conditions = {} }: Scenario): Assumptions {
  const byCondition = new Map(Object.entries(conditions));
  let undecided: boolean | undefined;
  for (const { condition, outcome } of assumptions) {
    if (condition === undefined) undecided = outcome;
    else byCondition.set(condition, outcome);
  }
  return { byCondition, ...(undecided === undefined ? {} : { undecided }) };
}

function checkCycle(nodes: ReadonlyMap<string, StepNode>): readonly Diagnostic[] {
  const cycle = findCycle(nodes);
  return cycle === undefined ? [] : [requestDiagnostics['waiting-in-a-circle']({ cycle }, { path: ['Steps'] })];
}

function checkAssumptions(
  { assumptions = [] }: DryRunRequest,
  nodes: ReadonlyMap<string, StepNode>,
): readonly Diagnostic[] {
  const known = [...nodes.values()].filter((node) => node.kind === 'branch').map((node) => node.name);
  return assumptions
    .flatMap(({ condition }) => (condition === undefined || known.includes(condition) ? [] : [condition]))
    .map((name) =>
      scenarioDiagnostics['unknown-scenario-name'](
        { what: 'condition', name, owner: 'The pipeline', known },
        { path: ['Steps'] },
      ),
    );
}

function checkData({ data = [] }: DryRunRequest): readonly Diagnostic[] {
  return data
    .filter(({ path }) => !existsSync(path))
    .map(({ uri, path }) => requestDiagnostics['data-not-found']({ uri, path }, { path: [] }));
}

function locate(diagnostics: readonly Diagnostic[], { scenarioDocument }: DryRunRequest): readonly Diagnostic[] {
  return scenarioDocument === undefined ? diagnostics : locateDiagnostics(diagnostics, scenarioDocument);
}

function textsOf(parameters: Scenario['parameters'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
