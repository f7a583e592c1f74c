import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { networkMembers } from '../job-network/job-network.js';
import { groupIdentifier } from '../registered-models/registered-models.js';
import { callAws } from '../states-language/call-aws.js';
import { jsonata } from '../states-language/jsonata.js';
import type { State, StatesDefinition } from '../states-language/states-language.js';
import { UNIQUE_SUFFIX } from '../states-language/unique-suffix.js';
import type { BatchWorkflowProps } from './batch-inference-props.js';
import { transformState } from './transform-state.js';

/** The state machine of a batch inference. */
export function batchStates(scope: Construct, props: BatchWorkflowProps): StatesDefinition {
  return {
    Comment: `Predicts with the latest approved model of ${props.modelPackageGroupName}.`,
    QueryLanguage: 'JSONata',
    StartAt: 'Begin',
    TimeoutSeconds: (props.timeout ?? Duration.days(1)).toSeconds(),
    States: {
      Begin: begin(scope, props),
      ...findingStates(props),
      'Make model': makeModel(props),
      Transform: transformState(props),
      ...endingStates(),
    },
  };
}

function begin(scope: Construct, props: BatchWorkflowProps): State {
  return {
    Type: 'Pass',
    Assign: {
      search: {
        ModelPackageGroupName: groupIdentifier(scope, props),
        ModelApprovalStatus: 'Approved',
        SortBy: 'CreationTime',
        SortOrder: 'Descending',
        MaxResults: 100,
      },
      page: {},
      failure: '',
    },
    Next: 'List approved',
  };
}

/** A page that the filter left empty can have a successor, so pages are read until one has a package. */
function findingStates({ modelPackageGroupName }: BatchWorkflowProps): Readonly<Record<string, State>> {
  return {
    'List approved': callAws('sagemaker:listModelPackages', {
      Arguments: jsonata('$merge([$search, $page])'),
      Assign: {
        packages: jsonata('[$states.result.ModelPackageSummaryList.ModelPackageArn]'),
        page: jsonata('$exists($states.result.NextToken) ? { "NextToken": $states.result.NextToken } : {}'),
      },
      Next: 'Any approved?',
    }),
    'Any approved?': {
      Type: 'Choice',
      Choices: [
        { Condition: jsonata('$count($packages) > 0'), Next: 'Make model' },
        { Condition: jsonata('$exists($page.NextToken)'), Next: 'List approved' },
      ],
      Default: 'No approved model',
    },
    'No approved model': {
      Type: 'Fail',
      Error: 'NoApprovedModelPackage',
      Cause:
        `Model package group ${modelPackageGroupName} has no version whose approval status is Approved. ` +
        'Approve a version in the model registry, then start the execution again or wait for the next.',
    },
  };
}

function makeModel({ namePrefix, executionRole, network, allowOutboundTraffic = false }: BatchWorkflowProps): State {
  return callAws('sagemaker:createModel', {
    Arguments: {
      ModelName: jsonata(`"${namePrefix}-" & ${UNIQUE_SUFFIX}`),
      ExecutionRoleArn: executionRole.roleArn,
      PrimaryContainer: { ModelPackageName: jsonata('$packages[0]') },
      EnableNetworkIsolation: !allowOutboundTraffic,
      ...(network && { VpcConfig: networkMembers(network) }),
    },
    Assign: { model: jsonata('$substringAfter($states.result.ModelArn, "model/")') },
    Next: 'Transform',
  });
}

/** A model is deleted whether its job went well or not; only then the execution ends. */
function endingStates(): Readonly<Record<string, State>> {
  return {
    'Delete model': callAws('sagemaker:deleteModel', {
      Arguments: { ModelName: jsonata('$model') },
      Next: 'Went well?',
    }),
    'Went well?': {
      Type: 'Choice',
      Choices: [{ Condition: jsonata('$failure = ""'), Next: 'Done' }],
      Default: 'Transform failed',
    },
    Done: { Type: 'Succeed' },
    'Transform failed': { Type: 'Fail', Error: 'TransformFailed', Cause: jsonata('$failure') },
  };
}
