import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { repositoryRoot } from '../repository.js';
import { mutatedText } from './mutate-text.js';
import { mutatedTree } from './mutate-tree.js';
import { nastySpecValue } from './nasty-value.js';
import type { Tree } from './tree.js';

/** Specs of `examples/`, mutated as text and as tree. */
export function mutatedSpecs(): fc.Arbitrary<string> {
  const arbitraries = exampleSpecs().flatMap(({ text }) => {
    // The examples are maps of plain values.
    const tree = mutatedTree(parse(text) as Tree, nastySpecValue);
    return [
      { weight: 1, arbitrary: mutatedText(text) },
      { weight: 3, arbitrary: tree.map((mutant) => stringify(mutant, { aliasDuplicateObjects: true })) },
    ];
  });
  return fc.oneof(...arbitraries);
}

/** The specs of `examples/`, with the folder of each. */
export function exampleSpecs(): readonly { readonly folder: string; readonly text: string }[] {
  const examples = join(repositoryRoot, 'examples');
  return readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(examples, name))
    .map((folder) => ({ folder, text: readFileSync(join(folder, 'pipeline.yaml'), 'utf8') }));
}
