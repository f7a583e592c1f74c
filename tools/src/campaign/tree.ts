/** A value of a parsed YAML document. */
export type Tree = null | boolean | string | number | Tree[] | { [key: string]: Tree };

/** A list or map of a document, and one of its keys. */
export interface Slot {
  readonly parent: Record<string, Tree>;
  readonly key: string;
}

/** Every place of a document where a value stands, root excepted. */
export function slotsOf(tree: Tree): readonly Slot[] {
  if (typeof tree !== 'object' || tree === null) return [];
  // Lists and maps are written alike: by key.
  const parent = tree as Record<string, Tree>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...slotsOf(parent[key] ?? null)]);
}
