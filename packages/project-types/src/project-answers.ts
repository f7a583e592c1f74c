/**
 * All that the managed files of a project depend on. A project keeps its answers in `.create-ml-project.json`, and the
 * same answers always give the same bytes.
 */
export interface ProjectAnswers {
  /** Lower-case letters, digits and `-`, starting with a letter, at most 32 characters. */
  readonly projectName: string;
  /** Names of the folders below `models/`, each one Nx project. */
  readonly models: readonly string[];
  /**
   * Where npm finds each Millrace package that the project uses: package name to version range, or to the
   * `file:` address of a tarball inside the project.
   */
  readonly millracePackages: Readonly<Record<string, string>>;
}
