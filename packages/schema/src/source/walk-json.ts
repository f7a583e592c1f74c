import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, isJsonObject, type Json } from './json.js';

/**
 * Where a walk is. It moves on with the walk, since making a path of every value would cost more than all checks
 * together: {@link toPath} is for the few places that are told.
 */
export class WalkedPlace {
  readonly #segments: (string | number)[];

  constructor(start: Path) {
    this.#segments = [...start];
  }

  /** A segment of the path as it is now; from the end where negative, like `Array.at`. */
  at(index: number): string | number | undefined {
    return this.#segments.at(index);
  }

  /** The path as it is now; later steps of the walk do not change it. */
  toPath(): Path {
    return [...this.#segments];
  }

  /** Does something one level deeper. */
  inside(segment: string | number, visit: () => void): void {
    this.#segments.push(segment);
    visit();
    this.#segments.pop();
  }
}

/** Visits a value and everything in it, the outer before the inner, in the order of the document. */
export function walkJson(value: Json, path: Path, visit: (value: Json, place: WalkedPlace) => void): void {
  walk(value, new WalkedPlace(path), visit);
}

function walk(value: Json, place: WalkedPlace, visit: (value: Json, place: WalkedPlace) => void): void {
  visit(value, place);
  if (isJsonList(value)) {
    for (const [index, item] of value.entries()) place.inside(index, () => walk(item, place, visit));
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) place.inside(key, () => walk(member, place, visit));
  }
}
