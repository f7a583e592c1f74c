import {
  checkSugarStep,
  type Diagnostic,
  isSugarType,
  nodeToJson,
  type Path,
  type SourceEntry,
  type SourceMap,
  type SugarType,
  sugarTypeDeclarations,
} from '@millrace/schema';
import { expandDiagnostics } from './expand-diagnostics.js';
import type { Expansion, ExpansionInput, WrittenStep } from './expansion.js';
import { nameGroupMembers } from './name-group-members.js';
import { entryOf, stepNameAt, textAt, writtenAt } from './source-maps.js';
import type { SugarStep } from './sugar/sugar-step.js';
import { sugarWriters } from './sugar/sugar-writers.js';

/** Types that only authors know: each such step becomes one or several steps of SageMaker's types. */
export const writeOutSugar: Expansion = {
  isUsed: ({ steps }) => steps.some((step) => typeOf(step) !== undefined),
  expand: (input) => {
    const writing = new Writing(input);
    const steps = input.steps.flatMap((step) => writing.writeOut(step));
    return {
      steps: steps.map((step) => nameGroupMembers(step, writing.groups)),
      diagnostics: writing.diagnostics,
      groups: writing.groups.branches,
    };
  },
};

/** The writing out of one spec. */
class Writing {
  readonly diagnostics: Diagnostic[] = [];
  readonly groups = { branches: new Map<string, readonly string[]>(), waits: new Map<string, readonly string[]>() };
  readonly #names: ReadonlySet<string | undefined>;

  constructor(readonly input: ExpansionInput) {
    const plain = input.steps.filter((step) => typeOf(step) === undefined);
    this.#names = new Set(plain.map(({ node }) => stepNameAt(node)));
  }

  writeOut(step: WrittenStep): readonly WrittenStep[] {
    const type = typeOf(step);
    if (type === undefined || step.node.kind !== 'map') return [step];
    const problems = checkSugarStep(type, nodeToJson(step.node), step.written);
    this.diagnostics.push(...problems);
    if (problems.some(({ blocking }) => blocking)) return [];
    const sugar = readSugarStep(type, step.node, { written: step.written, pipeline: this.input.pipeline });
    const made = sugarWriters[type](sugar);
    this.diagnostics.push(...made.diagnostics);
    if (made.steps.length > 1) this.#addGroup(sugar, made.steps);
    return made.steps.map((node) => ({ node, written: step.written }));
  }

  #addGroup({ name, written }: SugarStep, made: readonly SourceMap[]): void {
    const names = made.map((node) => textAt(node, 'name') ?? '');
    this.groups.branches.set(name, names);
    // The last one waits for the others.
    this.groups.waits.set(name, names.slice(-1));
    if (this.#names.has(name))
      this.diagnostics.push(expandDiagnostics['group-name-taken']({ name }, { path: [...written, 'name'] }));
  }
}

function typeOf({ node }: WrittenStep): SugarType | undefined {
  const type = textAt(node, 'type');
  return type !== undefined && isSugarType(type) ? type : undefined;
}

function readSugarStep(
  type: SugarType,
  node: SourceMap,
  { written, pipeline }: { written: Path; pipeline: SourceMap },
): SugarStep {
  const { bodyKey } = sugarTypeDeclarations[type];
  const body = entryOf(node, bodyKey);
  const origin = [...written, bodyKey];
  const defaults = entryOf(pipeline, 'defaults')?.value;
  return {
    name: textAt(node, 'name') ?? '',
    node,
    written,
    settings: placedEntries(node, written),
    fields: body?.value.kind === 'map' ? placedEntries(body.value, origin) : new Map(),
    place: { offsets: body?.keyOffsets ?? node.offsets, origin },
    defaults: defaults?.kind === 'map' ? defaults.entries.map(({ key }) => key) : [],
  };
}

function placedEntries({ entries }: SourceMap, path: Path): ReadonlyMap<string, SourceEntry> {
  return new Map(
    entries.map((entry) => [entry.key, { ...entry, value: writtenAt(entry.value, [...path, entry.key]) }]),
  );
}
