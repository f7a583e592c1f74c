import type { Diagnostic, SourceEntry, SourceMap, SourceNode } from '@millrace/schema';
import { expandDiagnostics } from './expand-diagnostics.js';
import type { Expansion, ExpansionInput, WrittenStep } from './expansion.js';
import { FOR_EACH_LIMITS, ForEachBudget } from './for-each-budget.js';
import { type ForEachItem, readForEachItems } from './for-each-items.js';
import { groupNameOf, withKey } from './for-each-names.js';
import { nameGroupMembers } from './name-group-members.js';
import { OncePerPlace } from './once-per-place.js';
import { entryOf, stepNameAt, withValue } from './source-maps.js';
import { substituteEach } from './substitute-each.js';

/** `forEach` on a step: one step for each item, made when the spec is compiled. */
export const fanOut: Expansion = {
  isUsed: ({ steps }) => steps.some(isTemplate),
  expand: (input) => {
    const fan = new Fan(input);
    const steps = input.steps.flatMap((step) => fan.expand(step));
    return {
      steps: steps.map((step) => nameGroupMembers(step, { branches: fan.groups, waits: fan.groups })),
      diagnostics: fan.diagnostics,
      groups: fan.groups,
    };
  },
};

function isTemplate({ node }: WrittenStep): boolean {
  return entryOf(node, 'forEach') !== undefined;
}

/** The fan-out of one spec. */
class Fan {
  readonly groups = new Map<string, readonly string[]>();
  readonly #problems = new OncePerPlace();
  readonly #budget = new ForEachBudget();
  readonly #names: Set<string>;

  constructor({ steps }: ExpansionInput) {
    const plain = steps.filter((step) => !isTemplate(step));
    this.#names = new Set(plain.map(({ node }) => stepNameAt(node) ?? ''));
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#problems.diagnostics;
  }

  /** The steps that a step stands for. What a wrong `forEach` stands for, nobody knows. */
  expand(step: WrittenStep): readonly WrittenStep[] {
    const { node, written } = step;
    const forEach = entryOf(node, 'forEach');
    if (forEach === undefined || node.kind !== 'map') return [step];
    const path = [...written, forEach.key];
    const { items, diagnostics } = readForEachItems(forEach.value, path);
    for (const diagnostic of diagnostics) this.#problems.add(diagnostic);
    if (diagnostics.length > 0) return [];
    const template = { ...node, entries: node.entries.filter((entry) => entry !== forEach) };
    if (!this.#budget.takeCopies(template, items.length)) {
      this.#problems.add(expandDiagnostics['for-each-too-large'](FOR_EACH_LIMITS, { path, target: 'key' }));
      return [];
    }
    const made = items.map((item) => ({ node: this.#instantiate(template, item, step), written }));
    this.#addGroup(step, made);
    return made;
  }

  #instantiate(template: SourceMap, item: ForEachItem, { written }: WrittenStep): SourceMap {
    const substitution = { item, problems: this.#problems, budget: this.#budget };
    const entries = template.entries.map((entry) => {
      const value = substituteEach(entry.value, [...written, entry.key], substitution);
      return nameInstance(entry, { ...entry, value }, item);
    });
    return { ...template, entries };
  }

  #addGroup({ node, written }: WrittenStep, made: readonly WrittenStep[]): void {
    const name = groupNameOf(stepNameAt(node) ?? '');
    if (name === undefined) return;
    if (this.#names.has(name))
      this.#problems.add(expandDiagnostics['group-name-taken']({ name }, { path: [...written, ...namePathOf(node)] }));
    this.#names.add(name);
    this.groups.set(
      name,
      made.map((step) => stepNameAt(step.node) ?? ''),
    );
  }
}

/** The entry with the key in the name that it holds: the step's own, or that of a step in SageMaker's words. */
function nameInstance(written: SourceEntry, entry: SourceEntry, item: ForEachItem): SourceEntry {
  if (entry.key === 'raw') return nameRaw(written, entry, item);
  return entry.key === 'name' ? nameEntry(written, entry, item) : entry;
}

function nameRaw(written: SourceEntry, entry: SourceEntry, item: ForEachItem): SourceEntry {
  const [own, name] = [entryOf(written.value, RAW_NAME), entryOf(entry.value, RAW_NAME)];
  if (entry.value.kind !== 'map' || own === undefined || name === undefined) return entry;
  return { ...entry, value: withValue(entry.value, RAW_NAME, nameEntry(own, name, item).value) };
}

const RAW_NAME = 'Name';

function namePathOf(node: SourceNode): readonly string[] {
  return entryOf(node, 'raw') === undefined ? ['name'] : ['raw', RAW_NAME];
}

function nameEntry({ value }: SourceEntry, entry: SourceEntry, item: ForEachItem): SourceEntry {
  if (value.kind !== 'scalar' || entry.value.kind !== 'scalar') return entry;
  return typeof value.value === 'string' ? { ...entry, value: withKey(value.value, entry.value, item) } : entry;
}
