import type { PlacedStep } from '@millrace/schema';
import type { GovernedJob } from '../jobs/governed-job.js';
import { governedJobs } from '../jobs/governed-jobs.js';
import type { PolicyContext } from '../rule/policy-context.js';
import { type Amount, exactly, greatest, sum } from './amount.js';
import { type HourlyPrice, jobCost } from './job-cost.js';

/** What an execution costs where every job runs until its limit. */
export interface ExecutionCost {
  /** In US dollars; what is not known counts nothing. */
  readonly known: { readonly usual: number; readonly most: number };
  /** Why the cost of a step is not known; the first one. */
  readonly unknown: string | undefined;
  /** The step that costs most. */
  readonly dearest: { readonly step: string; readonly dollars: number };
}

const MACHINE_FORMS: ReadonlySet<string> = new Set(['processing', 'training', 'transform', 'autoML']);

/** Of a condition the branch counts that costs more. Functions, EMR and endpoints are not counted: their bills come from elsewhere. */
export function executionCost(context: PolicyContext, priceOf: HourlyPrice): ExecutionCost {
  const byStep = jobsByStep(context);
  const costs = new Map<PlacedStep, Amount>();
  for (const [placed, jobs] of byStep) {
    // The training jobs of one tuning step share its number of jobs.
    costs.set(placed, greatest(...jobs.map((job) => jobCost(job, context, priceOf))));
  }
  const [dearest] = [...costs].sort(([, one], [, other]) => (other.usual ?? 0) - (one.usual ?? 0));
  const unknown = [...costs.values()].find((each) => each.unknown !== undefined)?.unknown;
  return {
    known: total(context, (placed) => costs.get(placed) ?? exactly(0)),
    unknown,
    dearest: { step: dearest?.[0].step.Name ?? '', dollars: dearest?.[1].usual ?? 0 },
  };
}

function jobsByStep(context: PolicyContext): ReadonlyMap<PlacedStep, readonly GovernedJob[]> {
  const found = new Map<PlacedStep, GovernedJob[]>();
  for (const job of governedJobs(context)) {
    // The request of a tuning step itself has no machines, its training jobs have.
    if (!MACHINE_FORMS.has(job.form)) continue;
    const known = found.get(job.placed);
    if (known === undefined) found.set(job.placed, [job]);
    else known.push(job);
  }
  return found;
}

interface Branches {
  readonly IfSteps: Amount[];
  readonly ElseSteps: Amount[];
}

/** Children come after their parents, so from the last step on every branch is known when its condition is reached. */
function total(context: PolicyContext, costOf: (placed: PlacedStep) => Amount): ExecutionCost['known'] {
  const branches = new Map<string, Branches>();
  const top: Amount[] = [];
  for (const placed of [...context.steps].reverse()) {
    const { path } = placed;
    const own = branches.get(path.join('\0'));
    const dearer = own === undefined ? exactly(0) : greatest(sum(...own.IfSteps), sum(...own.ElseSteps));
    const cost = known(sum(known(costOf(placed)), dearer));
    const parent = path.slice(0, -3).join('\0');
    if (path.length <= 2) top.push(cost);
    else {
      const around = branches.get(parent) ?? { IfSteps: [], ElseSteps: [] };
      branches.set(parent, around);
      around[path.at(-2) === 'IfSteps' ? 'IfSteps' : 'ElseSteps'].push(cost);
    }
  }
  const { usual = 0, most = 0 } = sum(...top);
  return { usual, most };
}

/** What is not known counts nothing; what a start may choose at most counts at least what it usually chooses. */
function known({ usual = 0, most = usual }: Amount): Amount {
  return { usual, most };
}
