import type { AdaptedShape, ShapesByName } from './adapted-shape.js';

/** The names of the shapes that the roots reach, roots included, sorted. */
export function collectReachable(roots: readonly string[], shapes: ShapesByName): readonly string[] {
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...namesIn(shapes.get(name)));
  }
  return [...reached].sort();
}

function namesIn(shape: AdaptedShape | undefined): readonly string[] {
  const members = Object.values(shape?.members ?? {});
  return [...members, shape?.member, shape?.key, shape?.value].flatMap((each) =>
    each === undefined ? [] : [each.shape],
  );
}
