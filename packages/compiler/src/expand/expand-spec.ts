import {
  type Diagnostic,
  locateDiagnostics,
  type Outcome,
  SourceDocument,
  type SourceMap,
  settle,
  succeed,
} from '@millrace/schema';
import type { Expansion, StepGroups, WrittenStep } from './expansion.js';
import { fanOut } from './fan-out.js';
import { inheritDefaults } from './inherit-defaults.js';
import { entryOf, withValue, writtenAt } from './source-maps.js';
import { writeOutSugar } from './write-out-sugar.js';

/** A spec without shorthand. */
export interface ExpandedSpec {
  readonly document: SourceDocument;
  readonly groups: StepGroups;
}

/** In the order in which they are applied. */
const EXPANSIONS: readonly Expansion[] = [fanOut, writeOutSugar, inheritDefaults];

/**
 * The stage "expand": writes out what an author may write in short. Every node of the new tree keeps its place in the
 * text, and the path at which the author wrote it; a spec without such conveniences is handed on as it is.
 */
export function expandSpec(document: SourceDocument): Outcome<ExpandedSpec> {
  const pipeline = entryOf(document.root, 'pipeline')?.value;
  const list = entryOf(pipeline, 'steps')?.value;
  if (pipeline?.kind !== 'map' || list?.kind !== 'list') return succeed({ document, groups: NO_GROUPS });
  const given = list.items.map((node, index) => ({ node, written: ['pipeline', 'steps', index] }));
  const used = EXPANSIONS.filter((expansion) => expansion.isUsed({ pipeline, steps: given }));
  if (used.length === 0) return succeed({ document, groups: NO_GROUPS });
  const { steps, groups, diagnostics } = applyAll(used, pipeline, given);
  const expanded = withSteps(document, pipeline, steps);
  return settle({ document: expanded, groups }, locateDiagnostics(diagnostics, document));
}

const NO_GROUPS: StepGroups = new Map();

function applyAll(expansions: readonly Expansion[], pipeline: SourceMap, given: readonly WrittenStep[]) {
  let steps = given;
  let groups: StepGroups = NO_GROUPS;
  const diagnostics: Diagnostic[] = [];
  for (const { expand } of expansions) {
    const expanded = expand({ pipeline, steps });
    steps = expanded.steps;
    groups = new Map([...groups, ...(expanded.groups ?? [])]);
    diagnostics.push(...expanded.diagnostics);
  }
  return { steps, groups, diagnostics };
}

function withSteps(document: SourceDocument, pipeline: SourceMap, steps: readonly WrittenStep[]): SourceDocument {
  const list = entryOf(pipeline, 'steps')?.value;
  if (document.root.kind !== 'map' || list?.kind !== 'list') return document;
  const items = steps.map(({ node, written }) => writtenAt(node, written));
  const expanded = withValue(pipeline, 'steps', { ...list, items });
  return new SourceDocument(document.file, document.text, withValue(document.root, 'pipeline', expanded));
}
