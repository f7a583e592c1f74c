import { createHash, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { imageLibraries, packageName } from './image-libraries.js';
import { installPackages } from './install-packages.js';
import { SHIM_FOLDER } from './pip-shim.js';
import { findPython, type PythonInterpreter } from './python-interpreter.js';
import { type Requirements, requirementLines } from './requirements.js';

/** What an environment must hold. */
export interface EnvironmentRequest {
  /** The container image that it stands for. */
  readonly image: string;
  readonly requirements: readonly Requirements[];
  readonly signal: AbortSignal | undefined;
  /** Called when the environment has to be made, which takes a while. */
  readonly onInstall: () => void;
}

/** An environment that is ready. */
export interface PythonEnvironment {
  /** Folders of `python3`, `pip` and the programs of packages, in the order of PATH. */
  readonly binFolders: readonly string[];
  /** `3.11.7` */
  readonly pythonVersion: string;
  /** What stands for the libraries of the image; empty when the image's content is not known. */
  readonly imageLibraries: readonly string[];
}

/** An environment, or why there is none. */
export type EnvironmentOutcome = PythonEnvironment | { readonly problem: string };

/** What is written beside an environment once it is complete. */
interface Marker {
  readonly folder: string;
  readonly imageLibraries: readonly string[];
}

/**
 * Python environments, made once per set of requirements and Python version and then shared by all projects of the
 * user. An environment exists once its marker does: one that was interrupted is never used.
 */
export class PythonEnvironments {
  readonly #inProgress = new Map<string, Promise<EnvironmentOutcome>>();
  #interpreter: Promise<PythonInterpreter | undefined> | undefined;

  constructor(readonly directory: string = defaultDirectory()) {}

  /** The Python that environments are made with; asked once. */
  findInterpreter(): Promise<PythonInterpreter | undefined> {
    this.#interpreter ??= findPython(this.directory);
    return this.#interpreter;
  }

  /** The environment for a job; made when there is none yet. */
  async prepare(request: EnvironmentRequest): Promise<EnvironmentOutcome> {
    const python = await this.findInterpreter();
    if (python === undefined) return { problem: 'there is no python3 on this machine' };
    const key = keyOf(python, request);
    const preparing = this.#inProgress.get(key) ?? this.#prepare(key, python, request);
    this.#inProgress.set(key, preparing);
    const outcome = await preparing;
    // What failed may succeed later: the network may come back.
    if ('problem' in outcome) this.#inProgress.delete(key);
    return outcome;
  }

  async #prepare(key: string, python: PythonInterpreter, request: EnvironmentRequest): Promise<EnvironmentOutcome> {
    const markerFile = join(this.directory, `${key}.json`);
    const ready = readMarker(markerFile);
    if (ready !== undefined) return this.#open(ready, python);
    request.onInstall();
    mkdirSync(this.directory, { recursive: true });
    this.#sweep(key);
    const marker = { folder: `${key}-${randomUUID().slice(0, 8)}` };
    const libraries = librariesBeside(request);
    const installed = await installPackages({
      folder: join(this.directory, marker.folder),
      python: python.program,
      libraries,
      requirements: request.requirements.map(({ file }) => file),
      signal: request.signal,
    });
    if ('problem' in installed) {
      rmSync(join(this.directory, marker.folder), { recursive: true, force: true });
      return installed;
    }
    return this.#open(publish(markerFile, { ...marker, imageLibraries: installed.libraries }), python);
  }

  #open({ folder, imageLibraries: libraries }: Marker, { version }: PythonInterpreter): PythonEnvironment {
    const root = join(this.directory, folder);
    return {
      binFolders: [join(root, SHIM_FOLDER), join(root, 'bin')],
      pythonVersion: version,
      imageLibraries: libraries,
    };
  }

  // Leftovers of runs that were interrupted a day ago or earlier; a younger one may still be in the making.
  #sweep(key: string): void {
    for (const name of readdirSync(this.directory)) {
      const path = join(this.directory, name);
      if (name.startsWith(`${key}-`) && Date.now() - statSync(path).mtimeMs > DAY_MS)
        rmSync(path, { recursive: true, force: true });
    }
  }
}

/** Raised when what is in an environment's folder changes, so that older ones are made anew. */
const LAYOUT = 3;

const DAY_MS = 86_400_000;

/** `$XDG_CACHE_HOME/millrace/environments`, or the folder that this system keeps caches in. */
function defaultDirectory(): string {
  const home = homedir();
  const byPlatform = process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
  return join(process.env['XDG_CACHE_HOME'] || byPlatform, 'millrace', 'environments');
}

function keyOf({ version, platform }: PythonInterpreter, { image, requirements }: EnvironmentRequest): string {
  const parts = [LAYOUT, version, platform, imageLibraries(image)?.pinned ?? [], requirements.map(({ text }) => text)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

// The author's own requirements win over what the image would bring.
function librariesBeside({ image, requirements }: EnvironmentRequest): readonly (readonly string[])[] {
  const libraries = imageLibraries(image);
  if (libraries === undefined) return [];
  const named = new Set(requirements.flatMap(({ text }) => requirementLines(text)).map(packageName));
  const beside = [libraries.pinned, libraries.unpinned].map((list) =>
    list.filter((each) => !named.has(packageName(each))),
  );
  return beside.filter((list) => list.length > 0);
}

function readMarker(file: string): Marker | undefined {
  if (!existsSync(file)) return undefined;
  // Written below, whole or not at all.
  const marker = JSON.parse(readFileSync(file, 'utf8')) as Marker;
  return existsSync(join(file, '..', marker.folder, 'bin')) ? marker : undefined;
}

// The first to finish wins: a link fails when the marker exists, and then the other's environment is used.
function publish(file: string, marker: Marker): Marker {
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, JSON.stringify(marker), { flush: true });
  try {
    if (readMarker(file) === undefined) rmSync(file, { force: true });
    linkSync(temporary, file);
    return marker;
  } catch (error) {
    const other = readMarker(file);
    if (other === undefined) throw error;
    rmSync(join(file, '..', marker.folder), { recursive: true, force: true });
    return other;
  } finally {
    rmSync(temporary, { force: true });
  }
}
