import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, STEP_TYPES, SUGAR_TYPES, stepTypeDeclarations, sugarTypeDeclarations } from '@millrace/schema';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { repositoryRoot } from '../repository.js';
import { mutatedText } from './mutate-text.js';
import { mutatedTree } from './mutate-tree.js';
import { nastySpecValue } from './nasty-value.js';
import type { Tree } from './tree.js';

/** A spec that campaigns begin with. */
export interface BaseSpec {
  readonly text: string;
  /** Its folder, where scripts may lie. */
  readonly folder: string;
}

/** The specs of `examples/` and the smallest step of each type, mutated as text and as tree. */
export function mutatedSpecs(): fc.Arbitrary<string> {
  // Examples are much larger than the smallest steps, and combine features.
  const large = [...exampleSpecs(), shorthandSpec()];
  const weighted = [...large.map(weigh(STEP_TYPES.length)), ...smallestSpecs().map(weigh(1))];
  const arbitraries = weighted.flatMap(({ text, weight }) => {
    // Specs are maps of plain values.
    const tree = mutatedTree(parse(text) as Tree, nastySpecValue);
    return [
      { weight, arbitrary: mutatedText(text) },
      { weight: 3 * weight, arbitrary: tree.map((mutant) => stringify(mutant, { aliasDuplicateObjects: true })) },
    ];
  });
  return fc.oneof(...arbitraries);
}

function weigh(weight: number) {
  return (spec: BaseSpec) => ({ ...spec, weight });
}

/** A spec around the smallest complete step of each type. */
export function smallestSpecs(): readonly BaseSpec[] {
  const declarations: readonly { readonly example: Json; readonly exampleNeeds?: readonly Json[] }[] = [
    ...STEP_TYPES.map((type) => stepTypeDeclarations[type]),
    ...SUGAR_TYPES.map((type) => sugarTypeDeclarations[type]),
  ];
  return declarations.map(({ example, exampleNeeds = [] }) => {
    const text = stringify({ projectName: 'p', pipeline: { steps: [...exampleNeeds, example] } });
    return { text, folder: repositoryRoot };
  });
}

/** A spec that uses everything that is rewritten before a spec is validated. */
export function shorthandSpec(): BaseSpec {
  return { text: readFileSync(join(import.meta.dirname, 'shorthand.yaml'), 'utf8'), folder: repositoryRoot };
}

/** The specs of `examples/`; a folder without one is an example of something else. */
export function exampleSpecs(): readonly BaseSpec[] {
  const examples = join(repositoryRoot, 'examples');
  return readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(examples, name))
    .filter((folder) => existsSync(join(folder, 'pipeline.yaml')))
    .map((folder) => ({ folder, text: readFileSync(join(folder, 'pipeline.yaml'), 'utf8') }));
}
