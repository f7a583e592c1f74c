import { IMAGE_MEMBERS, type Json, type Path, type PlacedStep, walkRequest } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

/** An image that a step names. */
export interface NamedImage {
  readonly placed: PlacedStep;
  readonly value: Json;
  readonly path: Path;
}

/** All images that steps name: of jobs, models and packages. */
export function namedImages(context: PolicyContext): readonly NamedImage[] {
  return context.once(collect);
}

function collect({ steps }: PolicyContext): readonly NamedImage[] {
  const found: NamedImage[] = [];
  for (const placed of steps) {
    walkRequest(placed, (value, place) => {
      if (IMAGE_MEMBERS.has(place.at(-1))) found.push({ placed, value, path: place.toPath() });
    });
  }
  return found;
}
