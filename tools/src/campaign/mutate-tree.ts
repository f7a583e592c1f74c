import fc from 'fast-check';
import { type Slot, slotsOf, type Tree } from './tree.js';

/** A change of one place of a document. */
type TreeMutation = (slot: Slot, others: readonly Slot[]) => void;

const structuralMutation: fc.Arbitrary<TreeMutation> = fc.oneof(
  fc.constant<TreeMutation>(remove),
  fc.string({ unit: 'binary', maxLength: 12 }).map(
    (name): TreeMutation =>
      (slot) =>
        rename(slot, name),
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'Name', 'parameter', 'Get', 'Type').map(
    (name): TreeMutation =>
      (slot) =>
        rename(slot, name),
  ),
  fc.nat().map(
    (at): TreeMutation =>
      (slot, others) =>
        copyFrom(slot, others[at % others.length]),
  ),
  fc.nat(8).map(
    (at): TreeMutation =>
      (slot) =>
        misspell(slot, at),
  ),
  fc.integer({ min: 2, max: 300 }).map(
    (depth): TreeMutation =>
      (slot) =>
        nest(slot, depth),
  ),
);

/** A document with some of its places changed; `nasty` are values to put in places of others. */
export function mutatedTree(base: Tree, nasty: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
  const replaced = nasty.map(
    (value): TreeMutation =>
      (slot) =>
        put(slot, value),
  );
  const mutate = fc.oneof({ weight: 6, arbitrary: structuralMutation }, { weight: 1, arbitrary: replaced });
  const change = fc.record({ at: fc.nat(), mutate });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const tree = structuredClone(base);
    for (const { at, mutate } of changes) {
      const slots = slotsOf(tree);
      const slot = slots[at % Math.max(1, slots.length)];
      if (slot !== undefined) mutate(slot, slots);
    }
    return tree;
  });
}

function put({ parent, key }: Slot, value: Tree): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove({ parent, key }: Slot): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function rename({ parent, key }: Slot, name: string): void {
  const value = parent[key] ?? null;
  if (Array.isArray(parent)) parent.push(value);
  else {
    delete parent[key];
    put({ parent, key: name }, value);
  }
}

// The same object in two places becomes an alias, if that makes no circle.
function copyFrom(slot: Slot, other: Slot | undefined): void {
  if (other === undefined) return;
  const value = other.parent[other.key] ?? null;
  const isInside = slotsOf(value).some(({ parent }) => parent === slot.parent) || value === slot.parent;
  put(slot, isInside ? structuredClone(value) : value);
}

function misspell(slot: Slot, at: number): void {
  rename(slot, `${slot.key.slice(0, at)}${slot.key.slice(at + 1)}x`);
}

function nest(slot: Slot, depth: number): void {
  let value = slot.parent[slot.key] ?? null;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { join: value };
  put(slot, value);
}
