import type { ManagedFile } from './managed-file.js';
import { cdkJson } from './managed-files/cdk-json.js';
import { checksWorkflow } from './managed-files/checks-workflow.js';
import { editorConfig } from './managed-files/editor-config.js';
import { gitIgnore } from './managed-files/git-ignore.js';
import { infraProjectJson } from './managed-files/infra-project-json.js';
import { modelProjectJson } from './managed-files/model-project-json.js';
import { nxJson } from './managed-files/nx-json.js';
import { packageJson } from './managed-files/package-json.js';
import { runPython } from './managed-files/run-python.js';
import { tsconfigJson } from './managed-files/tsconfig-json.js';
import type { ProjectAnswers } from './project-answers.js';

const managedFiles: readonly ManagedFile[] = [
  packageJson,
  nxJson,
  tsconfigJson,
  gitIgnore,
  editorConfig,
  modelProjectJson,
  infraProjectJson,
  cdkJson,
  checksWorkflow,
  runPython,
];

/**
 * The files of a project that nobody edits by hand: who scaffolds a project writes them, and a later version may
 * write them anew.
 *
 * @returns path below the project's folder (with `/` on every system) to the whole text, sorted by path
 */
export function renderManagedFiles(answers: ProjectAnswers): ReadonlyMap<string, string> {
  const files = managedFiles.flatMap((file) => Object.entries(file.render(answers)));
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
