import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeKey } from '../object-store/encode-object-name.js';
import type { ModelPackage, ModelPackageDraft, ModelRegistry } from './model-registry.js';

/** The model registry of this machine: `registry/<group>/<version>.json`. */
export class LocalRegistry implements ModelRegistry {
  /** `directory`: the folder `registry/` of a state directory; made when first written to. */
  constructor(readonly directory: string) {}

  register(draft: ModelPackageDraft): ModelPackage {
    const folder = join(this.directory, encodeKey(draft.group));
    mkdirSync(folder, { recursive: true });
    for (let version = highestVersion(folder) + 1; ; version += 1) {
      const entry = { ...draft, version };
      if (createWhole(folder, entry)) return entry;
    }
  }
}

function highestVersion(folder: string): number {
  const versions = readdirSync(folder).map((name) => Number(/^(\d+)\.json$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...versions);
}

// A link appears whole and fails when another run has taken the version; a rename would replace it.
function createWhole(folder: string, entry: ModelPackage): boolean {
  const temporary = join(folder, `.${randomUUID()}`);
  writeFileSync(temporary, `${JSON.stringify(entry, null, 2)}\n`, { flush: true });
  try {
    linkSync(temporary, join(folder, `${entry.version}.json`));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary);
  }
}
