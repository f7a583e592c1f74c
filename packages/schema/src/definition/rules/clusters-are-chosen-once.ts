import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { givenMembers, wrongChoice } from '../given-members.js';
import { memberAt } from '../member-at.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const diagnostics = defineDiagnostics('definition', {
  'cluster-choice': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R97'],
    message: (p: { given: string }) => `an EMR step has exactly one of ClusterId and ClusterConfig, but ${p.given}`,
    help: () => 'ClusterId names a running cluster, ClusterConfig describes one that lives as long as the step',
    explanation:
      'The work of an EMR step runs on a cluster that exists (ClusterId) or on one that SageMaker starts and ends for the step (ClusterConfig). It cannot be both, and there must be one.',
  },
  'cluster-role': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R97'],
    message: () => 'ExecutionRoleArn belongs to a step on a running cluster, and here the step starts its own',
    help: () => 'remove it; the roles of a new cluster are JobFlowRole and ServiceRole in ClusterConfig',
    explanation:
      'ExecutionRoleArn is the runtime role of a step on an existing cluster (ClusterId). With ClusterConfig the roles are part of the configuration of the cluster.',
  },
  'cluster-instances': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R97'],
    message: (p: { given: string }) =>
      `Instances of a cluster has exactly one of InstanceGroups and InstanceFleets, but ${p.given}`,
    help: () => 'describe the machines in one of the two',
    explanation:
      'ClusterConfig of an EMR step must have Instances, with instance groups or with instance fleets (developer guide, and EMRStep of the SageMaker SDK).',
  },
});

/** An EMR step runs on one cluster, which exists or is described. */
export const clustersAreChosenOnce = ruleOnSteps({
  rules: ['R97'],
  types: ['EMR'],
  diagnostics,
  check: function* ({ step: { Arguments: args }, path }) {
    const at = [...path, 'Arguments'];
    const given = wrongChoice(args, ['ClusterId', 'ClusterConfig']);
    if (given !== undefined) yield diagnostics['cluster-choice']({ given }, { path: at });
    const [hasConfig, hasRole] = ['ClusterConfig', 'ExecutionRoleArn'].map(
      (key) => givenMembers(args, [key]).length > 0,
    );
    if (hasConfig !== true) return;
    if (hasRole === true && given === undefined)
      yield diagnostics['cluster-role']({}, { path: [...at, 'ExecutionRoleArn'] });
    const config = args['ClusterConfig'];
    const instances = memberAt(config, 'Instances');
    const chosen = wrongChoice(instances, ['InstanceGroups', 'InstanceFleets']);
    const place = [...at, 'ClusterConfig', ...(instances === undefined ? [] : ['Instances'])];
    if (chosen !== undefined) yield diagnostics['cluster-instances']({ given: chosen }, { path: place });
  },
});
