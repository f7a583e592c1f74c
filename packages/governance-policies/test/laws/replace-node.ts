/** The tree with another value in place of its n-th node. */
export function replaceNode(tree: unknown, at: number, value: unknown): unknown {
  let left = at;
  function visit(node: unknown): unknown {
    if (left-- === 0) return value;
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, visit(member)]));
  }
  return visit(tree);
}
