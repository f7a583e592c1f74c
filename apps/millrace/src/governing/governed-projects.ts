import type { Diagnostic } from '@millrace/schema';
import type { GivenValues } from '../settings/read-values.js';
import type { CheckOptions } from './check-options.js';
import { type ProjectGovernance, readProjectGovernance } from './project-governance.js';

/** The projects that the documents of a check belong to, each read once. */
export class GovernedProjects {
  readonly #byFolder = new Map<string | undefined, ProjectGovernance>();
  readonly #diagnostics = new Map<string, Diagnostic>();
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly options: CheckOptions,
    private readonly workingDirectory: string,
  ) {}

  /** What holds for a document with these values. */
  async governanceOf(given: GivenValues): Promise<ProjectGovernance> {
    this.#note(given);
    const { folder } = given.project;
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const governance = await readProjectGovernance(given.project, this.options, this.workingDirectory);
    this.#note(governance);
    this.#byFolder.set(folder, governance);
    return governance;
  }

  /** All of them, in the order in which they were met. */
  get all(): readonly ProjectGovernance[] {
    return [...this.#byFolder.values()];
  }

  /** What is wrong with projects and values, each told once. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()];
  }

  /** Texts that places lead into. */
  get texts(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  #note({ diagnostics, texts }: Pick<GivenValues, 'diagnostics' | 'texts'>): void {
    for (const each of diagnostics) this.#diagnostics.set(JSON.stringify(each), each);
    for (const [file, text] of texts) this.#texts.set(file, text);
  }
}
