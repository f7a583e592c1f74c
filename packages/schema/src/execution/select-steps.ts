import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Outcome, settle } from '../diagnostics/outcome.js';
import type { CheckedGraph } from '../graph/check-graph.js';
import { GraphContext } from '../graph/graph-context.js';
import { DEFAULT_PIPELINE_LIMITS } from '../graph/pipeline-limits.js';
import { selectionDiagnostics } from './selection-diagnostics.js';

/** Which steps of a pipeline are to run again: SelectiveExecutionConfig of StartPipelineExecution. */
export interface StepSelection {
  /** 1 to 50 names; steps in branches of conditions included. */
  readonly selectedSteps: readonly string[];
  /** ARN of the execution whose results stand in for steps that are not selected. */
  readonly sourceExecutionArn?: string;
  /** Name of the pipeline, as far as it is known: the source is an execution of the same pipeline. */
  readonly pipelineName?: string;
}

/** A selection that SageMaker would take. */
export interface SelectedSteps {
  readonly selected: readonly string[];
  /** Steps that are not selected and whose results selected steps need. */
  readonly reused: readonly string[];
}

/** SageMaker API, SelectedStepList. */
const MOST_SELECTED = 50;

/**
 * Checks which steps a selective execution names, as StartPipelineExecution does (rule R109). Every problem is blocking:
 * SageMaker would start nothing. Source: SageMaker developer guide, "Selective execution of pipeline steps", and
 * aws/sagemaker-python-sdk issue 4444.
 */
export function selectSteps(graph: CheckedGraph, selection: StepSelection): Outcome<SelectedSteps> {
  const order = readOrder(graph);
  const selected = new Set(selection.selectedSteps);
  const needed = [...selected].flatMap((name) => neededBy(name, selected, order));
  const diagnostics = [
    ...checkNames(selection, order),
    ...findGaps(selected, order),
    ...checkSource(selection, needed),
  ];
  const reused = [...new Set(needed.flatMap(({ upstream }) => upstream))];
  return settle({ selected: [...selected], reused }, diagnostics);
}

/** The steps around each step: those it waits for, and those that wait for it. */
interface StepOrder {
  readonly names: readonly string[];
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
}

function readOrder(graph: CheckedGraph): StepOrder {
  const before = new Map<string, string[]>(graph.nodes.map(({ name }) => [name, []]));
  const after = new Map<string, string[]>(graph.nodes.map(({ name }) => [name, []]));
  for (const { from, to } of new GraphContext(graph, DEFAULT_PIPELINE_LIMITS).edges()) {
    before.get(from.name)?.push(to.name);
    after.get(to.name)?.push(from.name);
  }
  return { names: [...before.keys()], before, after };
}

function checkNames({ selectedSteps }: StepSelection, { names, before }: StepOrder): readonly Diagnostic[] {
  const given = selectedSteps.length;
  const size =
    given < 1 || given > MOST_SELECTED ? [selectionDiagnostics['selection-size']({ given }, { path: [] })] : [];
  const unknown = selectedSteps.filter((name) => !before.has(name));
  return [
    ...size,
    ...unknown.map((name) =>
      selectionDiagnostics['unknown-selected-step']({ name, steps: names }, { path: ['Steps'] }),
    ),
  ];
}

// A step lies in a gap when it is reached from a selected step and leads to one, and is none itself.
function findGaps(selected: ReadonlySet<string>, { names, before, after }: StepOrder): readonly Diagnostic[] {
  const below = reach(selected, after);
  const above = reach(selected, before);
  return names.flatMap((name) => {
    const from = below.get(name);
    const to = above.get(name);
    if (selected.has(name) || from === undefined || to === undefined) return [];
    return [selectionDiagnostics['selection-with-gap']({ name, before: from, after: to }, { path: ['Steps'] })];
  });
}

/** Every step that edges lead to from a selected one, with one such selected step. */
function reach(selected: ReadonlySet<string>, edges: StepOrder['before']): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const queue = [...selected].map((name) => ({ name, start: name }));
  for (const { name, start } of queue) {
    for (const next of edges.get(name) ?? []) {
      if (reached.has(next)) continue;
      reached.set(next, start);
      queue.push({ name: next, start });
    }
  }
  return reached;
}

interface Need {
  readonly selected: string;
  readonly upstream: readonly string[];
}

function neededBy(name: string, selected: ReadonlySet<string>, { before }: StepOrder): readonly Need[] {
  const upstream = [...new Set(before.get(name))].filter((each) => !selected.has(each));
  return upstream.length === 0 ? [] : [{ selected: name, upstream }];
}

const EXECUTION_ARN = /^arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:\d{12}:pipeline\/([^/]+)\/execution\/[a-z0-9]+$/i;

// A source that nothing is taken from does no harm: the SageMaker SDK names the latest execution by itself.
function checkSource(
  { sourceExecutionArn: given, pipelineName: pipeline }: StepSelection,
  needed: readonly Need[],
): readonly Diagnostic[] {
  if (given === undefined) {
    return needed.map((need) => selectionDiagnostics['selection-without-source'](need, { path: ['Steps'] }));
  }
  const name = EXECUTION_ARN.exec(given)?.[1];
  // Names in ARNs of pipelines are in lower case.
  const isOwn = name !== undefined && (pipeline === undefined || name.toLowerCase() === pipeline.toLowerCase());
  return isOwn
    ? []
    : [selectionDiagnostics['foreign-source-execution']({ given, pipeline: name && pipeline }, { path: [] })];
}
