import type { PlainJson, PropertyPath } from '@millrace/schema';
import { isObject } from '../container-plans/read-member.js';
import { planSteps } from '../engine/plan-steps.js';
import { parseJsonPath } from '../evaluation/read-json-path.js';
import { type ConditionRead, findConditionReads } from './find-condition-reads.js';
import { printSkeleton } from './print-skeleton.js';
import { isValue, type SkeletonNode, type SkeletonValue } from './skeleton-node.js';

/** A scenario in which every value that a condition reads is still to be given. */
export interface ScenarioSkeleton {
  /** With null for each value. */
  readonly scenario: PlainJson;
  /** The same as YAML; each value has the comparison that it stands in as a comment. */
  readonly text: string;
}

/** Writes down all that the conditions of a definition read (property files, metrics, outputs of functions). */
export function scenarioSkeleton(definition: PlainJson): ScenarioSkeleton {
  const steps = isObject(definition) && Array.isArray(definition['Steps']) ? definition['Steps'] : [];
  const nodes = planSteps(steps);
  const root = new Map<string, SkeletonNode>();
  for (const node of nodes.values()) {
    if (node.kind !== 'branch') continue;
    for (const read of findConditionReads(node.step.Arguments['Conditions'])) enter(root, node.name, read);
  }
  return { scenario: { scenario: 1, steps: toJson(root) }, text: printSkeleton(root) };
}

function enter(root: Map<string, SkeletonNode>, condition: string, read: ConditionRead): void {
  const start: PropertyPath = [{ member: read.step }, { member: read.section }, { member: read.name }];
  const path = [...start, ...(parseJsonPath(read.path) ?? [])];
  let node: SkeletonNode = root;
  path.forEach((segment, index) => {
    const key = 'index' in segment ? segment.index : 'key' in segment ? segment.key : segment.member;
    const next = path[index + 1];
    node = child(node, key, next === undefined ? newValue() : 'index' in next ? [] : new Map());
  });
  if (isValue(node)) (node as SkeletonValue).comments.add(`${condition}: ${read.comparison}`);
}

function child(node: SkeletonNode, key: string | number, made: SkeletonNode): SkeletonNode {
  if (node instanceof Map && typeof key === 'string') {
    const found = node.get(key) ?? made;
    node.set(key, found);
    return found;
  }
  if (Array.isArray(node) && typeof key === 'number' && key < LONGEST_LIST) {
    while (node.length <= key) node.push(newValue());
    const found = node[key];
    if (found !== undefined && (!isValue(found) || isValue(made))) return found;
    node[key] = made;
  }
  return made;
}

/** A path such as `[100000]` would otherwise make a file of as many lines. */
const LONGEST_LIST = 100;

function newValue(): SkeletonValue {
  return { comments: new Set() };
}

function toJson(node: SkeletonNode): PlainJson {
  if (node instanceof Map) return Object.fromEntries([...node].map(([key, each]) => [key, toJson(each)]));
  return Array.isArray(node) ? node.map(toJson) : null;
}
