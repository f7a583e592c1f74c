import { checkArguments } from '../../src/definition/check-arguments.js';
import { checkDefinition } from '../../src/definition/check-definition.js';
import { checkStructure, type DefinitionDocument } from '../../src/definition/check-structure.js';
import { readDefinition } from '../../src/definition/read-definition.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { locateDiagnostics } from '../../src/diagnostics/locate-diagnostics.js';
import { findResets } from '../../src/execution/pipeline-update.js';
import { selectSteps } from '../../src/execution/select-steps.js';
import { startParameters } from '../../src/execution/start-parameters.js';
import { checkGraph } from '../../src/graph/check-graph.js';
import { checkPropertyPaths } from '../../src/graph/check-property-paths.js';
import { linkDefinition } from '../../src/graph/link-definition.js';
import { loadDescribeTrees } from '../../src/service-model/load-describe-trees.js';
import { loadServiceModel } from '../../src/service-model/load-service-model.js';
import type { GoldenCase, GoldenStage } from './golden-case.js';
import { graphOf } from './graph-notation.js';

/** The diagnostics of a case: those of reading, and those of its stage. */
export async function runCase(stage: GoldenStage, golden: GoldenCase): Promise<readonly Diagnostic[]> {
  if (golden.graph !== undefined) return checkGraph(graphOf(golden.graph), golden.options).diagnostics;
  const text = (golden.input ?? '').repeat(golden.repeat ?? 1) + ' '.repeat(golden.padding ?? 0);
  const read = readDefinition(text, 'case.json');
  if (read.value === undefined) return read.diagnostics;
  const checked = checkStructure(read.value);
  const more = checked.value === undefined ? [] : await RUN[stage](checked.value, golden, text);
  return locateDiagnostics([...checked.diagnostics, ...more], read.value);
}

type Run = (document: DefinitionDocument, golden: GoldenCase, text: string) => Promise<readonly Diagnostic[]>;

const RUN: Readonly<Record<GoldenStage, Run>> = {
  syntax: async () => [],
  definition: async ({ definition }, { options }, text) => checkDefinition(definition, { ...options, text }),
  graph: async ({ definition }, { options }) => checkGraph(linkDefinition(definition), options).diagnostics,
  execution: async ({ definition }, { start = {} }) => {
    const { parameters, selection, update } = start;
    const graph = checkGraph(linkDefinition(definition)).value;
    return [
      ...(parameters === undefined ? [] : startParameters(definition.Parameters ?? [], parameters).diagnostics),
      ...(selection === undefined || graph === undefined ? [] : selectSteps(graph, selection).diagnostics),
      ...(update === undefined ? [] : findResets(update.deployed, update.request)),
    ];
  },
  arguments: async ({ definition }, { options }) => {
    const [model, trees] = await Promise.all([loadServiceModel(), loadDescribeTrees()]);
    const graph = checkGraph(linkDefinition(definition));
    const paths = graph.value === undefined ? [] : checkPropertyPaths(graph.value, { trees });
    return [...graph.diagnostics, ...paths, ...checkArguments(definition, { model, trees, ...options })];
  },
};
