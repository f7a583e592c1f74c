import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/graph/check-graph.js';
import { findCycles } from '../../src/graph/find-cycles.js';
import type { GraphDependency } from '../../src/graph/graph-context.js';
import type { GraphNode, PipelineGraph } from '../../src/graph/pipeline-graph.js';

type Edge = readonly [from: number, to: number];

const graphs = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.uniqueArray(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })), {
      maxLength: 16,
      selector: ([from, to]) => from * 100 + to,
    }),
  }),
);

function graphOf(size: number, edges: readonly Edge[]): PipelineGraph {
  const nodes = Array.from({ length: size }, (_, index): GraphNode => {
    const path = ['Steps', index];
    const none = { outputs: new Map(), keyedLists: new Map(), propertyFiles: [] };
    return { name: `S${index}`, type: 'Processing', path, namePath: [...path, 'Name'], ...none };
  });
  const references = edges.map(([from, to], index) => ({
    from: `S${from}`,
    to: { kind: 'step', step: `S${to}` } as const,
    reason: 'dependsOn' as const,
    path: ['edges', index],
  }));
  return { parameters: [], nodes, references, branchesByName: false };
}

/** Removes steps that wait for nothing until none is left, or none can be removed. */
function canBeOrdered(size: number, edges: readonly Edge[]): boolean {
  let left = Array.from({ length: size }, (_, index) => index);
  for (;;) {
    const waiting = left.filter((step) => edges.some(([from, to]) => from === step && left.includes(to)));
    if (waiting.length === 0) return true;
    if (waiting.length === left.length) return false;
    left = waiting;
  }
}

describe('cycles', () => {
  it('are found exactly where steps cannot be put in an order', () => {
    const law = fc.property(graphs, ({ size, edges }) => {
      expect(checkGraph(graphOf(size, edges)).value !== undefined).toBe(canBeOrdered(size, edges));
    });
    fc.assert(law, { numRuns: 500 });
  });

  it('are closed, and no step is in two of them', () => {
    const law = fc.property(graphs, ({ size, edges }) => {
      const { nodes, references } = graphOf(size, edges);
      const dependencies = edges.flatMap(([from, to], index): GraphDependency[] => {
        const [one, other, reference] = [nodes[from], nodes[to], references[index]];
        if (one === undefined || other === undefined || reference === undefined || one === other) return [];
        return [{ from: one, to: other, reference }];
      });
      const cycles = findCycles(dependencies);
      for (const cycle of cycles) {
        cycle.forEach((edge, index) => {
          expect(edge.to).toBe(cycle[(index + 1) % cycle.length]?.from);
        });
      }
      const steps = cycles.flatMap((cycle) => cycle.map(({ from }) => from));
      expect(new Set(steps).size).toBe(steps.length);
    });
    fc.assert(law, { numRuns: 500 });
  });
});
