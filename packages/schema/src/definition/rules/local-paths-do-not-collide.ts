import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import type { DefinitionRule } from '../definition-rule.js';
import { jobRequestsOf } from '../job-requests.js';
import { listAt, memberAt } from '../member-at.js';

const ROOT = '/opt/ml/processing/';
/** Longer paths are refused (ProcessingLocalPath). */
const LONGEST_PATH = 256;

const diagnostics = defineDiagnostics('definition', {
  'input-outside-processing': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R77'],
    message: (p: { given: string }) => `an input of a Processing job cannot lie in "${p.given}"`,
    help: () => `SageMaker wants a path that begins with ${ROOT}, as ${ROOT}input/data`,
    explanation:
      'The API reference of ProcessingS3Input says that LocalPath is an absolute path and begins with /opt/ml/processing/. Outputs may lie anywhere in the container.',
  },
  'local-path-twice': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R77'],
    message: (p: { path: string; what: string }) => `"${p.path}" is ${p.what} already`,
    help: () => 'give each input and output a folder of its own',
    explanation:
      'Two inputs in one folder mix their files, and the later one may hide the earlier. An output in the folder of an input uploads the input again as if it were a result.',
  },
  'local-path-inside-input': {
    severity: 'info',
    kind: 'remark',
    rules: ['R77'],
    message: (p: { path: string; outer: string }) => `"${p.path}" lies inside "${p.outer}", which is another input`,
    help: () => 'nothing to do if the code that reads the outer folder expects a folder in it',
    explanation:
      'The SageMaker SDK puts its code below /opt/ml/processing/input, and people put their data right there; that works. Code that reads all files below the outer folder finds those of the inner one too.',
  },
});

/** Inputs and outputs of Processing jobs have folders of their own, where SageMaker can put them. */
export const localPathsDoNotCollide: DefinitionRule = {
  rules: ['R77'],
  diagnostics,
  check: function* ({ steps }) {
    for (const placed of steps) {
      for (const { job, path } of jobRequestsOf(placed)) {
        const inputs = listAt(job, 'ProcessingInputs').flatMap((input, index) =>
          folderOf(memberAt(input, 'S3Input', 'LocalPath'), [...path, 'ProcessingInputs', index, 'S3Input']),
        );
        const outputs = listAt(job, 'ProcessingOutputConfig', 'Outputs').flatMap((output, index) =>
          folderOf(memberAt(output, 'S3Output', 'LocalPath'), [
            ...path,
            'ProcessingOutputConfig',
            'Outputs',
            index,
            'S3Output',
          ]),
        );
        if (inputs.length + outputs.length > 0) yield* checkFolders(inputs, outputs);
      }
    }
  },
};

interface Folder {
  /** Without slashes at its end. */
  readonly folder: string;
  readonly given: string;
  readonly path: Path;
}

function folderOf(given: unknown, parent: Path): readonly Folder[] {
  if (typeof given !== 'string') return [];
  return [{ folder: withoutSlash(given), given, path: [...parent, 'LocalPath'] }];
}

function withoutSlash(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

function* checkFolders(inputs: readonly Folder[], outputs: readonly Folder[]): Iterable<Diagnostic> {
  const taken = new Map<string, Folder>();
  const ofInputs = new Set(inputs.map(({ folder }) => folder));
  for (const input of inputs) {
    if (!`${input.folder}/`.startsWith(ROOT)) {
      yield diagnostics['input-outside-processing']({ given: input.given }, { path: input.path });
    } else {
      const outer = outerFolder(input.folder, ofInputs);
      if (outer !== undefined) yield diagnostics['local-path-inside-input']({ path: input.given, outer }, input);
    }
    yield* takeFolder(taken, input, 'the folder of an input');
  }
  for (const output of outputs) yield* takeFolder(taken, output, 'the folder of an input or output');
}

function* takeFolder(taken: Map<string, Folder>, place: Folder, what: string): Iterable<Diagnostic> {
  const first = taken.get(place.folder);
  if (first === undefined) {
    taken.set(place.folder, place);
  } else {
    const related = [{ message: 'the first of them', path: first.path }];
    yield diagnostics['local-path-twice']({ path: place.given, what }, { path: place.path, related });
  }
}

function outerFolder(folder: string, folders: ReadonlySet<string>): string | undefined {
  if (folder.length > LONGEST_PATH) return undefined;
  for (let end = folder.lastIndexOf('/'); end > 0; end = folder.lastIndexOf('/', end - 1)) {
    const outer = folder.slice(0, end);
    if (folders.has(outer)) return outer;
  }
  return undefined;
}
