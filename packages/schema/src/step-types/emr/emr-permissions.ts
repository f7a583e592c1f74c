import type { StepPermission, StepResource } from '../step-permission.js';

const CLUSTER: readonly StepResource[] = [
  { kind: 'identified', service: 'elasticmapreduce', before: 'cluster/', member: 'ClusterId' },
];
const NEW_CLUSTER: readonly StepResource[] = [
  {
    kind: 'fixed',
    service: 'elasticmapreduce',
    resource: 'cluster/*',
    reason: 'the id of a cluster is made when the cluster is',
  },
];
const FOLLOW = ['CancelSteps', 'DescribeCluster', 'DescribeStep', 'ListSteps'];

/**
 * What it takes to run on EMR (AWS's managed policy AmazonSageMakerPipelinesIntegrations): on a running cluster, or on
 * one that is made for the step. SageMaker follows each by a rule of its own (developer guide, "EMR step").
 */
export const EMR_PERMISSIONS: readonly StepPermission[] = [
  {
    sid: 'RunOnClusters',
    actions: ['AddJobFlowSteps', ...FOLLOW].map(emr),
    on: CLUSTER,
    why: 'runs and follows its steps on the clusters that they name',
    when: 'ClusterId',
  },
  {
    sid: 'MakeClusters',
    actions: ['elasticmapreduce:RunJobFlow'],
    on: [{ kind: 'unscoped', action: 'elasticmapreduce:RunJobFlow' }],
    why: 'makes clusters for its steps',
    when: 'ClusterConfig',
  },
  {
    sid: 'RunOnNewClusters',
    actions: [...FOLLOW, 'TerminateJobFlows'].map(emr),
    on: NEW_CLUSTER,
    why: 'follows and ends the clusters that it made',
    when: 'ClusterConfig',
  },
  permissionToFollow('Steps', 'SageMakerPipelineExecutionEMRStepStatusUpdateRule', 'ClusterId'),
  permissionToFollow('Clusters', 'SageMakerPipelineExecutionEMRClusterStatusUpdateRule', 'ClusterConfig'),
];

function permissionToFollow(what: string, rule: string, when: string): StepPermission {
  return {
    sid: `Follow${what}`,
    actions: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
    on: [{ kind: 'fixed', service: 'events', resource: `rule/${rule}` }],
    why: 'learns from EventBridge how work on EMR goes on',
    when,
  };
}

function emr(action: string): string {
  return `elasticmapreduce:${action}`;
}
