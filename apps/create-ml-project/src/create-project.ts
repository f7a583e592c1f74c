import type { Request } from './request.js';
import type { Scaffold } from './scaffold.js';
import { checkFolder } from './steps/check-folder.js';
import { checkProject } from './steps/check-project.js';
import { chooseAccounts } from './steps/choose-accounts.js';
import { chooseFolder } from './steps/choose-folder.js';
import { chooseName } from './steps/choose-name.js';
import { chooseRegion } from './steps/choose-region.js';
import { chooseRegistry } from './steps/choose-registry.js';
import { collectPackages } from './steps/collect-packages.js';
import { installDependencies } from './steps/install-dependencies.js';
import { sayNext } from './steps/say-next.js';
import { writeProject } from './steps/write-project.js';
import type { Stop } from './stop.js';
import type { Surroundings } from './surroundings.js';

type Step = (scaffold: Scaffold) => Promise<Stop | undefined>;

/** In this order: nothing is written before every answer is known and good. */
const steps: readonly Step[] = [
  chooseFolder,
  checkFolder,
  chooseName,
  chooseRegion,
  chooseAccounts,
  chooseRegistry,
  collectPackages,
  writeProject,
  installDependencies,
  checkProject,
  sayNext,
];

export function startScaffold(request: Request, surroundings: Surroundings): Scaffold {
  return {
    request,
    surroundings,
    folder: '',
    projectName: '',
    region: '',
    environments: [],
    registry: '',
    packedPackages: [],
    draft: undefined,
    interrupted: false,
    files: [],
    installed: false,
    asked: false,
  };
}

/** Runs the steps. @returns why it ended early, or undefined when the project is complete */
export async function createProject(scaffold: Scaffold): Promise<Stop | undefined> {
  for (const step of steps) {
    const stop = await step(scaffold);
    if (stop) return stop;
  }
  return undefined;
}
