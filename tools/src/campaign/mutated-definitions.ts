import { existsSync, readdirSync } from 'node:fs';
import { compileSpec, nodeFiles } from '@millrace/compiler';
import { type Json, writeJson } from '@millrace/schema';
import fc from 'fast-check';
import { readShared, sharedPath } from '../shared-suite/shared-folder.js';
import { mutatedText } from './mutate-text.js';
import { mutatedTree } from './mutate-tree.js';
import { exampleSpecs, smallestSpecs } from './mutated-specs.js';
import { nastyDefinitionValue } from './nasty-value.js';
import type { Tree } from './tree.js';

const CORPUS = 'corpus/definitions';

/** The definitions of our examples and of the smallest step of each type, mutated as text and as tree. */
export async function mutatedDefinitions(): Promise<fc.Arbitrary<string>> {
  return mutated(await ownDefinitions());
}

/** True where the corpus of other people's definitions lies beside the repository. */
export function hasCorpus(): boolean {
  return existsSync(sharedPath(CORPUS));
}

/** The corpus of other people's definitions, mutated as text and as tree. */
export function mutatedCorpus(): fc.Arbitrary<string> {
  return mutated(readdirSync(sharedPath(CORPUS)).map((file) => readShared(CORPUS, file)));
}

function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const arbitraries = texts.flatMap((text) => [
    { weight: 1, arbitrary: mutatedText(text) },
    { weight: 3, arbitrary: mutatedTree(JSON.parse(text) as Tree, nastyDefinitionValue).map(toJsonText) },
  ]);
  return fc.oneof(...arbitraries);
}

function toJsonText(tree: Tree): string {
  return JSON.stringify(tree, undefined, 2);
}

async function ownDefinitions(): Promise<readonly string[]> {
  const compiled = [...exampleSpecs(), ...smallestSpecs()].map(({ folder, text }) =>
    compileSpec({ file: 'pipeline.yaml', text }, { files: nodeFiles(folder) }),
  );
  const definitions = (await Promise.all(compiled)).flatMap(({ value }) => value?.definition ?? []);
  // A definition is JSON; its typed view only says more.
  return definitions.map((definition) => writeJson(definition as unknown as Json));
}
