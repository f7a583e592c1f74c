import type { DescribeTrees } from './describe-trees.js';
import { writtenDescribeTrees } from './written-describe-trees.js';

/** Loads the `Describe*` trees, published and written by hand: a module of their own that is only read when first asked for. */
export async function loadDescribeTrees(): Promise<DescribeTrees> {
  const { describeTrees } = await import('./generated/describe-trees-data.js');
  return {
    origin: describeTrees.origin,
    operations: { ...describeTrees.operations, ...writtenDescribeTrees.operations },
    nodes: { ...describeTrees.nodes, ...writtenDescribeTrees.nodes },
  };
}
