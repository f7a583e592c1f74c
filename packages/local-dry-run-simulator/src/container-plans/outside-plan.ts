import type { ContainerPlan } from './container-plan.js';

/** The plan of a job that no program of this machine can do; `why` completes "this step cannot run as a process: …". */
export function outsidePlan(why: string, parts: Partial<ContainerPlan> = {}): ContainerPlan {
  return {
    image: '',
    inputs: [],
    outputs: [],
    files: [],
    folders: [],
    program: { missing: why },
    environment: {},
    metrics: [],
    isolated: false,
    failureFile: '/opt/ml/output/failure',
    notHonoured: [],
    ...parts,
  };
}
