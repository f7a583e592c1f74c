import { createHash } from 'node:crypto';
import type { ProjectAnswers } from '@millrace/project-types';
import type { ProjectConfigContent } from './project-config-text.js';

/** What a project remembers of its making, so that a later version can bring it up to date without losing an edit. */
interface ProjectState {
  /** Version of create-ml-project that wrote the project. */
  readonly version: string;
  readonly template: string;
  /** What managed files and the first project config are rendered from. */
  readonly answers: ProjectAnswers & ProjectConfigContent;
  /** Path to `sha256:<hex>` of each file that is rendered anew from the answers. */
  readonly managed: Readonly<Record<string, string>>;
  /** Path to `sha256:<hex>` of each file that belongs to the project's people, as it was first written. */
  readonly owned: Readonly<Record<string, string>>;
}

/** What goes into a state file. */
export interface StateFileContent extends Pick<ProjectState, 'version' | 'template' | 'answers'> {
  readonly managed: ReadonlyMap<string, string>;
  readonly owned: ReadonlyMap<string, string>;
}

/** `.create-ml-project.json` */
export const stateFile = {
  path: '.create-ml-project.json',

  render({ version, template, answers, managed, owned }: StateFileContent): string {
    const state: ProjectState = { version, template, answers, managed: hashes(managed), owned: hashes(owned) };
    return `${JSON.stringify(state, null, 2)}\n`;
  },

  /** The version in the text of a state file; "of unknown version" when somebody has edited that away. */
  versionIn(text: string): string {
    const [, version] = /"version": "([^"]+)"/.exec(text) ?? [];
    return version ?? 'of unknown version';
  },
};

function hashes(files: ReadonlyMap<string, string>): Record<string, string> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([path, text]) => [path, `sha256:${sha256(text)}`]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
