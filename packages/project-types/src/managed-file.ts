import type { ProjectAnswers } from './project-answers.js';

/** One member of the family of managed files: its paths below the project's folder and what stands in them. */
export interface ManagedFile {
  /** Path below the project's folder, with `/` on every system, to the whole text. */
  render(answers: ProjectAnswers): Readonly<Record<string, string>>;
}
