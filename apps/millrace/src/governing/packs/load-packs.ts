import { pathToFileURL } from 'node:url';
import {
  guardRules,
  joinRules,
  type NamedPack,
  packDiagnostics,
  type RulePack,
  readRulePack,
} from '@millrace/governance-policies';
import { type Diagnostic, fail, type Outcome, settle } from '@millrace/schema';
import { findModule } from './find-module.js';

/** A pack as it was named, and the absolute folder from which packages and paths are looked for. */
export interface WantedPack extends NamedPack {
  readonly folder: string;
  /** Finds where the pack is named in the project config. */
  readonly locate: (diagnostic: Diagnostic) => Diagnostic;
}

type Rules = RulePack['rules'];

/**
 * Loads packs, whose code runs, and adds their rules to those of Millrace. What is wrong with any of them is a diagnostic.
 */
export async function loadPacks(own: Rules, packs: readonly WantedPack[]): Promise<Outcome<Rules>> {
  const loaded: RulePack[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const pack of packs) {
    const read = await loadPack(pack);
    diagnostics.push(...read.diagnostics);
    if (read.value !== undefined) loaded.push({ ...pack, rules: guardRules(read.value, pack, pack.locate) });
  }
  const joined = joinRules(own, loaded);
  return settle(joined.value ?? own, [...diagnostics, ...joined.diagnostics]);
}

async function loadPack(pack: WantedPack): Promise<Outcome<Rules>> {
  const { name, place, folder } = pack;
  try {
    const file = findModule(name, folder);
    if (file === undefined) return fail([packDiagnostics['unknown-pack']({ name, folder }, place)]);
    return readRulePack(await import(pathToFileURL(file).href), pack);
  } catch (error) {
    return fail([packDiagnostics['pack-not-loaded']({ name, ...explain(error) }, place)]);
  }
}

/** What Node.js said, or the code of the pack, in one sentence. */
function explain(error: unknown): { readonly problem: string; readonly help?: string } {
  const said = error instanceof Error ? error.message : String(error);
  const problem = said.split('\n')[0] ?? said;
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ERR_UNKNOWN_FILE_EXTENSION':
      return {
        problem: `Node.js ${process.versions.node} runs JavaScript only`,
        help: 'compile it, and name the JavaScript file',
      };
    case 'ERR_MODULE_NOT_FOUND':
      return { problem, help: 'npm install what is missing' };
    default:
      return { problem };
  }
}
