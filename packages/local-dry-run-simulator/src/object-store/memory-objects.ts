import { readFileSync, rmSync } from 'node:fs';
import type { ObjectContent, ObjectStore, StoredObject } from './object-store.js';

/** Objects of a scripted run: kept as long as the run, so that no run depends on an earlier one. */
export class MemoryObjects implements ObjectStore {
  readonly #contents = new Map<string, Uint8Array>();

  find(uri: string): StoredObject | undefined {
    const content = this.#contents.get(uri);
    return content === undefined ? undefined : { uri, bytes: content.byteLength, read: () => content };
  }

  list(prefix: string): readonly StoredObject[] {
    const uris = [...this.#contents.keys()].filter((uri) => uri.startsWith(prefix)).sort();
    return uris.flatMap((uri) => this.find(uri) ?? []);
  }

  put(uri: string, content: ObjectContent): void {
    const bytes = typeof content === 'object' && 'file' in content ? readFileSync(content.file) : Buffer.from(content);
    this.#contents.set(uri, bytes);
  }

  moveIn(uri: string, file: string): void {
    this.put(uri, { file });
    rmSync(file);
  }
}
