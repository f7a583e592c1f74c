import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { describeJson } from '../source/describe-json.js';
import { isJsonList, isJsonObject, type Json, type JsonObject, objectFromEntries } from '../source/json.js';
import { shapeDiagnostics } from './shape-diagnostics.js';

/** A value, its place, and what to call it in a message. */
export interface Placed {
  readonly value: Json | undefined;
  readonly path: Path;
  /** `the name of the step`, `DependsOn of the step "Train"`. */
  readonly what: string;
}

/** Takes values apart and remembers what did not have the expected shape. */
export class ShapeReader {
  readonly diagnostics: Diagnostic[] = [];

  map({ value, path, what }: Placed): JsonObject | undefined {
    return isJsonObject(value) ? value : this.#refuse({ value, path, what }, 'a map');
  }

  list({ value, path, what }: Placed): readonly Json[] | undefined {
    return isJsonList(value) ? value : this.#refuse({ value, path, what }, 'a list');
  }

  text({ value, path, what }: Placed): string | undefined {
    return typeof value === 'string' ? value : this.#refuse({ value, path, what }, 'text');
  }

  /** A text that a map must have; `of` names the map. */
  requiredText(map: JsonObject, key: string, { path, of }: { path: Path; of: string }): string | undefined {
    if (map[key] === undefined || map[key] === null) {
      this.diagnostics.push(shapeDiagnostics['missing-key']({ key, of }, { path }));
      return undefined;
    }
    return this.text({ value: map[key], path: [...path, key], what: `"${key}" of ${of}` });
  }

  #refuse({ value, path, what }: Placed, expected: string): undefined {
    this.diagnostics.push(shapeDiagnostics['wrong-shape']({ what, expected, given: describeJson(value) }, { path }));
    return undefined;
  }
}

/** The map without members that are null: for optional members of the frame null means absent, as the SageMaker SDK writes it. */
export function withoutNulls(map: JsonObject, optional: readonly string[]): JsonObject {
  return objectFromEntries(Object.entries(map).filter(([key, value]) => value !== null || !optional.includes(key)));
}
