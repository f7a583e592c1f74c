import type { Path, SourceEntry, SourceList, SourceMap, SourceNode } from '@millrace/schema';
import type { StepGroups, WrittenStep } from './expansion.js';
import { writtenAt } from './source-maps.js';

/** The names that stand for several steps. */
export interface NamedGroups {
  /** With all their steps: what a condition chooses. */
  readonly branches: StepGroups;
  /** With the steps that somebody who waits for the whole has to wait for. */
  readonly waits: StepGroups;
}

/** The step with the members in place of each group that it waits for or chooses as a branch. */
export function nameGroupMembers({ node, written }: WrittenStep, { branches, waits }: NamedGroups): WrittenStep {
  if (node.kind !== 'map' || branches.size === 0) return { node, written };
  const entries = node.entries.map((entry) => {
    const at = [...written, entry.key];
    if (entry.key === 'dependsOn') return spread(entry, at, waits);
    return entry.value.kind === 'map' ? { ...entry, value: spreadBranches(entry.value, at, branches) } : entry;
  });
  return { node: { ...node, entries }, written };
}

/** The lists of a body that name steps. */
const BRANCHES: readonly string[] = ['ifSteps', 'elseSteps'];

function spreadBranches(body: SourceMap, path: Path, groups: StepGroups): SourceMap {
  if (!body.entries.some(({ key }) => BRANCHES.includes(key))) return body;
  const entries = body.entries.map((entry) =>
    BRANCHES.includes(entry.key) ? spread(entry, [...path, entry.key], groups) : entry,
  );
  return { ...body, entries };
}

function spread(entry: SourceEntry, path: Path, groups: StepGroups): SourceEntry {
  return entry.value.kind === 'list' ? { ...entry, value: spreadList(entry.value, path, groups) } : entry;
}

function spreadList(list: SourceList, path: Path, groups: StepGroups): SourceList {
  if (!list.items.some((item) => membersOf(item, groups) !== undefined)) return list;
  const items = list.items.flatMap((item, index) => {
    const placed = writtenAt(item, [...path, index]);
    return membersOf(item, groups)?.map((value): SourceNode => ({ ...placed, kind: 'scalar', value })) ?? [placed];
  });
  return { ...list, items };
}

function membersOf(item: SourceNode, groups: StepGroups): readonly string[] | undefined {
  return item.kind === 'scalar' && typeof item.value === 'string' ? groups.get(item.value) : undefined;
}
