import { type Path, type SourceEntry, type SourceNode, SourceNumber } from '@millrace/schema';

/** A part of a step that is written out: new scalars, lists and maps, with nodes and entries of the author inside. Absent ones are undefined. */
export type NodePlan =
  | string
  | number
  | boolean
  | SourceNode
  | SourceEntry
  | undefined
  | readonly NodePlan[]
  | { readonly [key: string]: NodePlan };

/** What new nodes stand for. */
export interface PlannedPlace {
  readonly offsets: SourceNode['offsets'];
  readonly origin: Path;
}

/** Makes a tree of a plan: what is new has the place given, what the author wrote keeps its own. */
export function makeNode(plan: Exclude<NodePlan, undefined>, place: PlannedPlace): SourceNode {
  if (typeof plan === 'number') return { kind: 'scalar', value: new SourceNumber(String(plan)), ...place };
  if (typeof plan !== 'object') return { kind: 'scalar', value: plan, ...place };
  if (isList(plan)) return { kind: 'list', items: plan.filter(isGiven).map((item) => makeNode(item, place)), ...place };
  if (isEntry(plan)) return plan.value;
  if (isNode(plan)) return plan;
  const entries = Object.entries(plan).flatMap(([key, value]) =>
    isGiven(value) ? [makeEntry(key, value, place)] : [],
  );
  return { kind: 'map', entries, ...place };
}

function makeEntry(key: string, plan: Exclude<NodePlan, undefined>, place: PlannedPlace): SourceEntry {
  const keyOffsets = typeof plan === 'object' && isEntry(plan) ? plan.keyOffsets : place.offsets;
  return { key, keyOffsets, value: makeNode(plan, place) };
}

function isGiven(plan: NodePlan): plan is Exclude<NodePlan, undefined> {
  return plan !== undefined;
}

// Array.isArray does not narrow readonly lists out of a union.
function isList(plan: object): plan is readonly NodePlan[] {
  return Array.isArray(plan);
}

function isEntry(plan: object): plan is SourceEntry {
  return 'keyOffsets' in plan;
}

function isNode(plan: object): plan is SourceNode {
  return 'offsets' in plan;
}
