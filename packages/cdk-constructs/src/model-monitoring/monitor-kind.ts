import type { CfnResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { RoleStatement } from '../role-policy/role-policy.js';
import type { MonitorJob } from './monitor-job.js';
import type { MonitorSettings, StoredObject, StoredPrefix } from './monitor-settings.js';

/** What a monitor reads besides captured data. */
export interface MonitorReads {
  readonly objects: readonly StoredObject[];
  readonly prefixes: readonly StoredPrefix[];
}

/** What is the same for all monitors of a kind. */
export interface MonitorTraits {
  /** MonitoringType of schedules, and the id of the construct. */
  readonly type: 'DataQuality' | 'ModelQuality' | 'ModelBias' | 'ModelExplainability';
  /** Name of AWS's image. */
  readonly image: string;
  /** Namespace of the emitted metrics of endpoints. */
  readonly namespace: string;
  /** Whether containers can be kept from all networks. */
  readonly isolated: boolean;
}

/** A job definition, of any of its four resource types. */
export type JobDefinition = CfnResource & { readonly jobDefinitionName?: string | undefined };

/** A kind of monitor: everything that differs between the four. */
export interface MonitorKind<Settings extends MonitorSettings> extends MonitorTraits {
  readonly reads: (settings: Settings) => MonitorReads;
  /** Makes the job definition; its id is `Definition`. */
  readonly define: (scope: Construct, job: MonitorJob, settings: Settings) => JobDefinition;
  /** What the role needs besides what all monitors need. */
  readonly statements?: (scope: Construct) => readonly RoleStatement[];
}
