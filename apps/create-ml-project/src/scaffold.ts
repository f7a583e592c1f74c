import type { ProjectEnvironment } from './environments/project-environment.js';
import type { PackedPackage } from './packed-packages/packed-package.js';
import type { Request } from './request.js';
import type { Surroundings } from './surroundings.js';

/** A scaffold in the making. Steps complete it one after another; each names in its signature what it touches. */
export interface Scaffold {
  readonly request: Request;
  readonly surroundings: Surroundings;
  /** Absolute path of the project's folder. */
  folder: string;
  projectName: string;
  /** AWS region of all environments. */
  region: string;
  /** At least one. */
  environments: readonly ProjectEnvironment[];
  /** Name of the environment that holds the model registry. */
  registry: string;
  /** Packages that come along as tarballs; empty where the project takes them from the registry. */
  packedPackages: readonly PackedPackage[];
  /** A folder that is being written and must not survive an interruption. */
  draft: string | undefined;
  /** Set by an interruption while a draft is written: the writer stops after the file in hand and clears up. */
  interrupted: boolean;
  /** Paths below the project's folder, once they are there. */
  files: readonly string[];
  installed: boolean;
  /** Whether a person answered a question, so that the command without questions is worth printing. */
  asked: boolean;
}
