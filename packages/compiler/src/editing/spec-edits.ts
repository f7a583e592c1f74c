import {
  applyJsonEdits,
  hasErrors,
  isJsonObject,
  type Json,
  type JsonEdit,
  looksLikeExpression,
  type Path,
  sameJson,
  sequenceJsonEdits,
} from '@millrace/schema';
import { type CompiledPipeline, type CompileOptions, compileSpec, type SpecSource } from '../compile-spec.js';
import { authorCandidates, type Candidate, escapeCandidates } from './edit-candidates.js';
import { editYaml } from './edit-yaml.js';
import { leafDifferences, memberAt, valueAt } from './leaf-differences.js';

/** Edits of a definition that belong together: all of them are made, or none. */
export type DefinitionFix = readonly JsonEdit[];

/** What fixes of a definition come to in its spec. */
export interface SpecEdits {
  /** The spec with the edits in it. */
  readonly text: string;
  /** Edits of the spec, in the order in which they were made; their paths are places of the spec as it was given. */
  readonly edits: readonly JsonEdit[];
  /** Fixes that the spec cannot say, by their place in the list, each with the reason. */
  readonly left: ReadonlyMap<number, string>;
}

/** A spec that compiles. */
export interface EditableSpec {
  readonly source: SpecSource;
  readonly compiled: CompiledPipeline;
  readonly options: CompileOptions;
}

/**
 * Translates edits of the definition into edits of its spec, in the author's words where there are any and in AWS's
 * (`arguments:`) otherwise. What steps inherit is changed where they inherit it from if that is right for all of them.
 * Every translation is compiled: the definition has the edits then and is the same everywhere else, or the fix is left.
 */
export async function specEdits(spec: EditableSpec, fixes: readonly DefinitionFix[]): Promise<SpecEdits> {
  const left = new Map<number, string>();
  for (;;) {
    const open = fixes.flatMap((fix, index) => (left.has(index) ? [] : [{ fix, index }]));
    const translation = new Translation(spec, open);
    const failure = await translation.run();
    if (failure === undefined) return { ...translation.state, left };
    left.set(failure.index, failure.reason);
  }
}

/** A spec after some edits. */
interface EditedSpec {
  readonly text: string;
  readonly compiled: CompiledPipeline;
  readonly edits: readonly JsonEdit[];
}

interface NumberedFix {
  readonly fix: DefinitionFix;
  readonly index: number;
}

/** One attempt to make all fixes; the first that cannot be made ends it. */
class Translation {
  state: EditedSpec;
  #wanted: Json;
  #reason = '';

  constructor(
    private readonly spec: EditableSpec,
    private readonly fixes: readonly NumberedFix[],
  ) {
    this.state = { text: spec.source.text, compiled: spec.compiled, edits: [] };
    this.#wanted = definitionOf(spec.compiled);
  }

  async run(): Promise<{ readonly index: number; readonly reason: string } | undefined> {
    const before = this.#wanted;
    const sequenced = this.fixes.flatMap(({ fix, index }) =>
      sequenceJsonEdits(before, fix).map((edit) => ({ edit, index })),
    );
    const removals = sequenced.filter(({ edit }) => shiftsList(edit));
    const atOnce = this.fixes.flatMap(({ fix }) => fix).filter((edit) => !shiftsList(edit));
    this.#wanted = applyJsonEdits(before, atOnce);
    for (const { edit, index } of sequenced.filter((each) => !removals.includes(each))) {
      this.#reason = '';
      for (const path of ownPlaces(edit, this.#wanted)) if (!(await this.#change(path))) return this.#failure(index);
    }
    // What goes out of lists goes last, from their ends: the places of all else stay what they are.
    for (const { edit, index } of removals.sort((one, other) => positionOf(other.edit) - positionOf(one.edit)))
      if (!(await this.#remove(edit))) return this.#failure(index);
    return undefined;
  }

  #failure(index: number) {
    return { index, reason: this.#reason || 'a spec has no words for it' };
  }

  /** Makes the definition what is wanted at a place, in one piece or member by member. */
  async #change(path: Path): Promise<boolean> {
    const { compiled } = this.state;
    const current = valueAt(definitionOf(compiled), path);
    const value = valueAt(this.#wanted, path);
    if (sameJson(current, value)) return true;
    const change = { path, wanted: this.#wanted, compiled };
    return (
      (await this.#tryAll(authorCandidates(change), path)) ||
      (await this.#changeMembers(path, current, value)) ||
      (await this.#tryAll(escapeCandidates(change), path))
    );
  }

  async #changeMembers(path: Path, current: Json | undefined, value: Json | undefined): Promise<boolean> {
    if (!isMap(value) || (current !== undefined && !isMap(current))) return false;
    const before = this.state;
    const keys = new Set([...Object.keys(current ?? {}), ...Object.keys(value)]);
    for (const key of keys) {
      if (sameJson(memberAt(current, key), memberAt(value, key)) || (await this.#change([...path, key]))) continue;
      this.state = before;
      return false;
    }
    return keys.size > 0;
  }

  async #remove(edit: JsonEdit): Promise<boolean> {
    this.#wanted = applyJsonEdits(definitionOf(this.state.compiled), [edit]);
    const change = { path: edit.path, compiled: this.state.compiled };
    // The places behind it move, so it is looked for as if nothing came after it.
    const candidates = authorCandidates({
      ...change,
      wanted: withoutTail(definitionOf(this.state.compiled), edit.path),
    });
    for (const candidate of candidates) {
      const next = await this.#compileWith(candidate);
      if (next === undefined || !sameJson(definitionOf(next.compiled), this.#wanted)) continue;
      this.state = next;
      return true;
    }
    return false;
  }

  async #tryAll(candidates: readonly Candidate[], path: Path): Promise<boolean> {
    for (const candidate of candidates) {
      const next = await this.#compileWith(candidate);
      if (next === undefined || !this.#isProgress(next, path)) continue;
      this.state = next;
      return true;
    }
    return false;
  }

  /** Nothing changes but towards what is wanted, and the place is as it is wanted. */
  #isProgress({ compiled }: EditedSpec, path: Path): boolean {
    const definition = definitionOf(compiled);
    if (!sameJson(valueAt(definition, path), valueAt(this.#wanted, path))) return false;
    const open = new Set(
      leafDifferences(definitionOf(this.state.compiled), this.#wanted).map((each) => each.join('\n')),
    );
    return leafDifferences(definition, this.#wanted).every((each) => open.has(each.join('\n')));
  }

  async #compileWith(candidate: Candidate): Promise<EditedSpec | undefined> {
    const { source, options } = this.spec;
    const edited = editYaml(this.state.text, candidate);
    if (edited.text === this.state.text) return undefined;
    if (edited.text === undefined) {
      this.#reason = edited.refused;
      return undefined;
    }
    const { value: compiled, diagnostics } = await compileSpec({ ...source, text: edited.text }, options);
    if (compiled === undefined || hasErrors(diagnostics)) {
      this.#reason = diagnostics.find(({ severity }) => severity === 'error')?.message ?? this.#reason;
      return undefined;
    }
    if (!isSamePipeline(compiled, this.spec.compiled)) return undefined;
    return { text: edited.text, compiled, edits: [...this.state.edits, ...candidate] };
  }
}

/** The places that an edit is about: where another fix adds to the same map, only its own members. */
function ownPlaces(edit: JsonEdit, wanted: Json): readonly Path[] {
  const { path } = edit;
  if (!('value' in edit) || !isMap(edit.value) || sameJson(valueAt(wanted, path), edit.value)) return [path];
  return Object.entries(edit.value).flatMap(([key, value]) => ownPlaces({ path: [...path, key], value }, wanted));
}

function shiftsList(edit: JsonEdit): boolean {
  return 'remove' in edit && typeof edit.path.at(-1) === 'number';
}

function positionOf({ path }: JsonEdit): number {
  return Number(path.at(-1));
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return isJsonObject(value) && !looksLikeExpression(value);
}

/** What a spec says beside the definition. */
function isSamePipeline(one: CompiledPipeline, other: CompiledPipeline): boolean {
  const said = ({ pipelineName, settings, dataPrefix }: CompiledPipeline) =>
    JSON.stringify([pipelineName, settings, dataPrefix]);
  return said(one) === said(other);
}

function withoutTail(definition: Json, path: Path): Json {
  const list = valueAt(definition, path.slice(0, -1));
  const length = Array.isArray(list) ? list.length : 0;
  const from = Number(path.at(-1));
  const tail = [...Array(Math.max(0, length - from)).keys()].map((offset) => [...path.slice(0, -1), from + offset]);
  return applyJsonEdits(
    definition,
    tail.map((each) => ({ path: each, remove: true })),
  );
}

function definitionOf({ definition }: CompiledPipeline): Json {
  // A definition is JSON; its interfaces have no index signature to say so.
  return definition as unknown as Json;
}
