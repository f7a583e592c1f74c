/**
 * What SageMaker's container contract comes to for one job, without saying who runs it: a tree to lay
 * out, a program to start in it, and what to bring back. Paths are those inside of the container.
 */
export interface ContainerPlan {
  readonly image: string;
  /** Copied in before the program starts. */
  readonly inputs: readonly PlannedInput[];
  /** Files that the service writes, such as /opt/ml/input/config/hyperparameters.json. */
  readonly files: readonly PlannedFile[];
  /** Folders that exist before the program starts. */
  readonly folders: readonly string[];
  /** The program, or why there is none that a machine without the image could run. */
  readonly program: PlannedProgram | { readonly missing: string };
  readonly environment: Readonly<Record<string, string>>;
  /** Brought back after the program has succeeded. */
  readonly outputs: readonly PlannedOutput[];
  readonly metrics: readonly MetricDefinition[];
  /** StoppingCondition.MaxRuntimeInSeconds. */
  readonly maxRuntimeSeconds?: number;
  /** No network. */
  readonly isolated: boolean;
  /** Where the container writes why it failed. */
  readonly failureFile: string;
  /** What a machine of one's own does differently. */
  readonly notHonoured: readonly string[];
}

/** Something that the job reads from S3. */
export interface PlannedInput {
  readonly name: string;
  /** Undefined when the value is not known. */
  readonly uri: string | undefined;
  readonly path: string;
  /** A packed folder that is unpacked into `path`. */
  readonly packed?: true;
}

/** A file that the service writes. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** What to start. */
export interface PlannedProgram {
  readonly argv: readonly [string, ...string[]];
  readonly workingFolder: string;
  /** requirements.txt files that are installed before the program runs, if they exist once inputs are in place. */
  readonly requirements: readonly string[];
}

/** Something that the job writes to S3. */
export interface PlannedOutput {
  readonly name: string;
  /** Undefined when the value is not known. */
  readonly uri: string | undefined;
  readonly path: string;
  /** One archive of the folder at `uri` (`tar.gz`), instead of its files below `uri`. */
  readonly packed?: true;
  /** Nothing is written when the folder is empty. */
  readonly optional?: true;
}

/** A regular expression that finds a metric in the log. */
export interface MetricDefinition {
  readonly name: string;
  /** In Python's syntax, with a group around the number. */
  readonly regex: string;
}
