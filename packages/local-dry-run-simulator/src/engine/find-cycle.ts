import type { StepNode } from './step-node.js';

/** The names along a cycle of steps that wait for each other, or undefined when there is none. */
export function findCycle(nodes: ReadonlyMap<string, StepNode>): readonly string[] | undefined {
  const rest = new Set(nodes.keys());
  const waitingFor = new Map([...nodes].map(([name, node]) => [name, node.predecessors.length]));
  const ready = [...nodes.values()].filter((node) => node.predecessors.length === 0).map((node) => node.name);
  const dependents = listDependents(nodes);
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    rest.delete(name);
    for (const dependent of dependents.get(name) ?? []) {
      const left = (waitingFor.get(dependent) ?? 0) - 1;
      waitingFor.set(dependent, left);
      if (left === 0) ready.push(dependent);
    }
  }
  return rest.size === 0 ? undefined : walkCycle(nodes, rest);
}

/** By step: the steps that wait for it, in the order of the definition. */
export function listDependents(nodes: ReadonlyMap<string, StepNode>): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, string[]>([...nodes.keys()].map((name) => [name, []]));
  for (const node of nodes.values()) {
    for (const predecessor of node.predecessors) dependents.get(predecessor)?.push(node.name);
  }
  return dependents;
}

// Every step left over waits for a step left over, so walking backwards must come round.
function walkCycle(nodes: ReadonlyMap<string, StepNode>, rest: ReadonlySet<string>): readonly string[] {
  const walked: string[] = [];
  let name: string | undefined = [...rest][0];
  while (name !== undefined && !walked.includes(name)) {
    walked.push(name);
    name = nodes.get(name)?.predecessors.find((each) => rest.has(each));
  }
  return name === undefined ? walked : walked.slice(walked.indexOf(name)).reverse();
}
