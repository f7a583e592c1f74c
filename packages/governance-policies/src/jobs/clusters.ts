import { isJsonList, type Path } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { type GovernedJob, memberIn, type PlacedMember } from './governed-job.js';
import { governedJobs } from './governed-jobs.js';
import type { JobForm, Way } from './job-form.js';

/** Machines of one kind that a job takes. */
export interface Cluster {
  readonly job: GovernedJob;
  /** The object that names them. */
  readonly path: Path;
  readonly instanceType: PlacedMember;
  /** Absent counts as one. */
  readonly instanceCount: PlacedMember;
}

/** Where the machines stand: in one object, in the entries of a list, or in either. */
const PLACES: Readonly<
  Record<JobForm, readonly { readonly way: Way; readonly list?: string; readonly count?: string }[]>
> = {
  processing: [{ way: ['ProcessingResources', 'ClusterConfig'] }],
  training: [
    { way: ['ResourceConfig'] },
    { way: ['ResourceConfig'], list: 'InstanceGroups' },
    { way: ['HyperParameterTuningResourceConfig'] },
    { way: ['HyperParameterTuningResourceConfig'], list: 'InstanceConfigs' },
  ],
  transform: [{ way: ['TransformResources'] }],
  autoML: [],
  model: [],
  modelPackage: [],
  endpointConfig: [
    { way: [], list: 'ProductionVariants', count: 'InitialInstanceCount' },
    { way: [], list: 'ShadowProductionVariants', count: 'InitialInstanceCount' },
  ],
};

/** The machines of all jobs. A serverless variant has none. */
export function clusters(context: PolicyContext): readonly Cluster[] {
  return context.once(collect);
}

function collect(context: PolicyContext): readonly Cluster[] {
  return governedJobs(context).flatMap(clustersOf);
}

/** The machines of one job. */
export function clustersOf(job: GovernedJob): readonly Cluster[] {
  return PLACES[job.form].flatMap(({ way, list, count }) => {
    const holder = job.member(way);
    if (list === undefined) return clusterIn(job, holder, count);
    const { value: entries, path } = memberIn(holder.value, [list], holder.path);
    if (!isJsonList(entries)) return [];
    return entries.flatMap((value, index) => {
      const entry = [...path, index];
      return clusterIn(job, { value, path: entry, place: entry }, count);
    });
  });
}

function clusterIn(job: GovernedJob, { value, path }: PlacedMember, count = 'InstanceCount'): readonly Cluster[] {
  const instanceType = memberIn(value, ['InstanceType'], path);
  if (instanceType.value === undefined) return [];
  return [{ job, path, instanceType, instanceCount: memberIn(value, [count], path) }];
}
