import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startScaffold } from '../src/create-project.js';
import type { Request } from '../src/request.js';
import type { Scaffold } from '../src/scaffold.js';
import type { Surroundings } from '../src/surroundings.js';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'create-ml-project-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a test changes of an ordinary scaffold. */
export interface TryOut {
  readonly request?: Partial<Request>;
  readonly surroundings?: Partial<Surroundings>;
  /** What the person types, question by question; undefined is Ctrl-C. */
  readonly answers?: readonly (string | undefined)[];
}

/** A scaffold in a new temporary folder, with nobody to ask unless there are answers. */
export function tryOut({ request, surroundings, answers }: TryOut = {}): Scaffold & { readonly said: string[] } {
  const said: string[] = [];
  const left = [...(answers ?? [])];
  const around: Surroundings = {
    workingFolder: temporaryFolder(),
    canAsk: answers !== undefined,
    variables: {},
    prompts: { ask: async () => left.shift() },
    version: '0.1.0',
    packagesFolder: '/nowhere',
    say: (line) => said.push(line),
    ...surroundings,
  };
  const unsaid = { name: undefined, accounts: undefined, region: undefined, registry: undefined };
  const asked: Request = { folder: 'churn', ...unsaid, yes: false, install: false, json: false, ...request };
  return Object.assign(startScaffold(asked, around), { said });
}

/** Every path below a folder, sorted, with `/`. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
