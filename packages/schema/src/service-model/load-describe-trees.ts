import type { DescribeTrees } from './describe-trees.js';

/** Loads the `Describe*` trees, a module of their own that is only read when first asked for. */
export async function loadDescribeTrees(): Promise<DescribeTrees> {
  const { describeTrees } = await import('./generated/describe-trees-data.js');
  return describeTrees;
}
