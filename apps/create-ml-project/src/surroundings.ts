import type { Prompts } from './prompts.js';

/** What a run finds outside of itself: tests replace it by their own. */
export interface Surroundings {
  /** Folder in which relative paths start, absolute. */
  readonly workingFolder: string;
  /** Whether a person can answer: both ends are a terminal, and no CI. */
  readonly canAsk: boolean;
  readonly prompts: Prompts;
  /** Variables of the environment that say something about the new project. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Version of create-ml-project. */
  readonly version: string;
  /** Folder of the packed Millrace packages; it exists in builds of the repository, not in published ones. */
  readonly packagesFolder: string;
  /** Words for people, one line each. */
  readonly say: (line: string) => void;
}
