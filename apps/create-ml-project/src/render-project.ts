import { type ProjectAnswers, renderManagedFiles } from '@millrace/project-types';
import { directPackages } from './packed-packages/direct-packages.js';
import type { PackedPackage } from './packed-packages/packed-package.js';
import { type ProjectConfigContent, projectConfigFile, projectConfigText } from './project-config-text.js';
import { stateFile } from './state-file.js';
import { renderTemplate, template } from './template-files.js';

/** All that the text files of a new project depend on. */
export interface ProjectInput extends ProjectConfigContent {
  readonly projectName: string;
  /** Version of create-ml-project. */
  readonly version: string;
  readonly packedPackages: readonly PackedPackage[];
}

/** Where the tarballs lie in a project, with `/`. */
export const vendorFolder = 'vendor/millrace';

/** @returns every text file of the project, sorted by path; the tarballs in `vendor/` are not among them */
export async function renderProject(input: ProjectInput): Promise<ReadonlyMap<string, string>> {
  const { projectName, version, environments, region, registry } = input;
  const answers: ProjectAnswers = { projectName, models: [projectName], millracePackages: addresses(input) };
  const managed = renderManagedFiles(answers);
  const owned = new Map([...(await renderTemplate(projectName)), [projectConfigFile, projectConfigText(input)]]);
  const platform = { environments, region, registry };
  const state = stateFile.render({ version, template, answers: { ...answers, ...platform }, managed, owned });
  return new Map([...managed, ...owned, [stateFile.path, state] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tarballs where there are any, else ranges: all packages are released together, under one version. */
function addresses({ packedPackages, version }: ProjectInput): Record<string, string> {
  if (packedPackages.length > 0) {
    return Object.fromEntries(packedPackages.map(({ name, file }) => [name, `file:${vendorFolder}/${file}`]));
  }
  return Object.fromEntries(directPackages.map((name) => [name, `^${version}`]));
}
