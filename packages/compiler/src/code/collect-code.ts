import { type Diagnostic, didYouMean, fail, InternalError, type Outcome, settle } from '@millrace/schema';
import type { CodeFile } from './code-bundle.js';
import { MOST_BYTES, MOST_FILES } from './code-limits.js';
import type { CodeRequest } from './code-request.js';
import { localCodeDiagnostics } from './local-code-diagnostics.js';
import type { LocalFiles } from './local-files.js';
import { type AuthoredPath, normalizePath, refusePath } from './normalize-path.js';

/** The files that go along with a script. */
export interface CollectedCode {
  readonly files: readonly CodeFile[];
  /** The script among them. */
  readonly program: string;
}

/** The name that SageMaker's images install requirements from. */
export const REQUIREMENTS_FILE = 'requirements.txt';

/**
 * Reads the local code of a step: the script alone, or its whole `sourceDir`; requirements become
 * {@link REQUIREMENTS_FILE} at the root. Everything that is missing is reported at once.
 */
export function collectCode(request: CodeRequest): Outcome<CollectedCode> {
  const paths = authoredPaths(request);
  const given = [paths.script, paths.sourceDir, paths.requirements].filter((each) => each !== undefined);
  const refused = given.map(refusePath).filter((each) => each !== undefined);
  if (refused.length > 0) return fail(refused);
  return new CodeCollector(request.files, paths).collect();
}

interface AuthoredPaths {
  readonly script: AuthoredPath;
  readonly sourceDir: AuthoredPath | undefined;
  readonly requirements: AuthoredPath | undefined;
}

function authoredPaths({ code, path }: CodeRequest): AuthoredPaths {
  const authored = (key: 'script' | 'sourceDir' | 'requirements') => {
    const text = code[key];
    return text === undefined ? undefined : { text, place: [...path, key] };
  };
  const script = authored('script');
  if (script === undefined) throw new InternalError('code is bundled for a step without a script');
  return { script, sourceDir: authored('sourceDir'), requirements: authored('requirements') };
}

class CodeCollector {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #files = new Map<string, CodeFile>();
  #bytes = 0;

  constructor(
    readonly files: LocalFiles,
    readonly paths: AuthoredPaths,
  ) {}

  collect(): Outcome<CollectedCode> {
    const { script, sourceDir } = this.paths;
    const program = sourceDir === undefined ? this.#takeScript(script) : this.#takeFolder(script, sourceDir);
    this.#takeRequirements();
    return settle({ files: [...this.#files.values()], program }, this.#diagnostics);
  }

  #takeScript(script: AuthoredPath): string {
    const path = normalizePath(script.text);
    const program = path.slice(path.lastIndexOf('/') + 1);
    const bytes = this.#read(path, script);
    if (bytes !== undefined) this.#files.set(program, { path: program, bytes });
    return program;
  }

  #takeFolder(script: AuthoredPath, sourceDir: AuthoredPath): string {
    const folder = normalizePath(sourceDir.text);
    const program = normalizePath(script.text);
    const names = this.files.list(folder);
    if (names === undefined) this.#reportMissing({ path: folder, kind: 'folder' }, sourceDir);
    else if (program.startsWith('..')) {
      const parameters = { script: script.text, sourceDir: sourceDir.text };
      this.#diagnostics.push(localCodeDiagnostics['script-outside-source-dir'](parameters, { path: script.place }));
    } else if (!names.includes(program)) {
      this.#reportMissing(
        { path: `${folder}/${program}`, kind: 'file', help: nearScript(names, program, folder) },
        script,
      );
    }
    this.#takeFiles(folder, names ?? [], sourceDir);
    return program;
  }

  #takeFiles(folder: string, names: readonly string[], sourceDir: AuthoredPath): void {
    for (const name of names) {
      const bytes = names.length > MOST_FILES ? undefined : this.files.read(`${folder}/${name}`);
      this.#bytes += bytes?.length ?? 0;
      if (names.length > MOST_FILES || this.#bytes > MOST_BYTES) {
        const parameters = { path: folder, files: MOST_FILES, bytes: MOST_BYTES };
        this.#diagnostics.push(localCodeDiagnostics['code-too-large'](parameters, { path: sourceDir.place }));
        return;
      }
      if (bytes !== undefined) this.#files.set(name, { path: name, bytes });
    }
  }

  #takeRequirements(): void {
    const { requirements, sourceDir } = this.paths;
    if (requirements === undefined) return;
    const path = normalizePath(requirements.text);
    const bytes = this.#read(path, requirements);
    const there = sourceDir === undefined ? undefined : normalizePath(`${sourceDir.text}/${REQUIREMENTS_FILE}`);
    if (this.#files.has(REQUIREMENTS_FILE) && there !== path) {
      const parameters = { first: there ?? REQUIREMENTS_FILE, second: path, name: REQUIREMENTS_FILE };
      this.#diagnostics.push(localCodeDiagnostics['code-file-clash'](parameters, { path: requirements.place }));
    }
    if (bytes !== undefined) this.#files.set(REQUIREMENTS_FILE, { path: REQUIREMENTS_FILE, bytes });
  }

  #read(path: string, authored: AuthoredPath): Uint8Array | undefined {
    const bytes = this.files.read(path);
    if (bytes === undefined) this.#reportMissing({ path, kind: 'file', help: nearFile(this.files, path) }, authored);
    return bytes;
  }

  #reportMissing(missing: Parameters<(typeof localCodeDiagnostics)['missing-file']>[0], { place }: AuthoredPath): void {
    this.#diagnostics.push(localCodeDiagnostics['missing-file'](missing, { path: place }));
  }
}

function nearFile(files: LocalFiles, path: string): string | undefined {
  const at = path.lastIndexOf('/');
  const folder = at === -1 ? '.' : path.slice(0, at);
  const names = files.list(folder);
  if (names === undefined) return `there is no folder ${folder} either; paths are relative to the folder of the spec`;
  const near = didYouMean(path.slice(at + 1), names);
  return near === undefined ? undefined : `did you mean "${normalizePath(`${folder}/${near}`)}"?`;
}

// People write the path from the spec although sourceDir already says where.
function nearScript(names: readonly string[], program: string, folder: string): string | undefined {
  const inFolder = program.startsWith(`${folder}/`) ? program.slice(folder.length + 1) : undefined;
  if (inFolder !== undefined && names.includes(inFolder)) return `script is relative to sourceDir: write "${inFolder}"`;
  const near = didYouMean(program, names);
  return near === undefined ? 'script is relative to sourceDir' : `did you mean "${near}"?`;
}
