import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { repositoryRoot } from '../repository.js';
import { mutatedText } from './mutate-text.js';
import { mutatedTree } from './mutate-tree.js';
import type { Tree } from './tree.js';

/** Which specs a campaign makes: the same seed and count give the same ones. */
export interface CampaignRequest {
  readonly seed: number;
  readonly count: number;
}

/** Specs of `examples/`, mutated as text and as tree. */
export function mutatedSpecs({ seed, count }: CampaignRequest): readonly string[] {
  const arbitraries = readExamples().flatMap((text) => {
    // The examples are maps of plain values.
    const tree = parse(text) as Tree;
    return [
      { weight: 1, arbitrary: mutatedText(text) },
      { weight: 3, arbitrary: mutatedTree(tree) },
    ];
  });
  return fc.sample(fc.oneof(...arbitraries), { seed, numRuns: count });
}

function readExamples(): readonly string[] {
  const folder = join(repositoryRoot, 'examples');
  const specs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return specs.map(({ name }) => readFileSync(join(folder, name, 'pipeline.yaml'), 'utf8'));
}
