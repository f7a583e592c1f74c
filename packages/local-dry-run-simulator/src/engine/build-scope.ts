import { type ExecutionEventBody, type PlainJson, stepTypeFacts } from '@millrace/schema';
import { isObject } from '../container-plans/read-member.js';
import { evaluate } from '../evaluation/evaluate.js';
import type { Scope } from '../evaluation/scope.js';
import { formatInstant } from './event-log.js';
import type { ExecutionSettings } from './execution-settings.js';
import { readPropertyFile } from './read-property-file.js';
import type { StepNode } from './step-node.js';
import type { StepState } from './step-state.js';

/** Where a scope looks. */
export interface ScopeOrigin {
  readonly settings: ExecutionSettings;
  readonly states: ReadonlyMap<string, StepState>;
  /** The step whose expressions are evaluated. */
  readonly node: StepNode;
  readonly now: number;
  readonly jobName?: string;
  readonly append: (body: ExecutionEventBody) => void;
}

/** What the expressions of a step see at a moment. */
export function buildScope(origin: ScopeOrigin): Scope {
  const { settings, states } = origin;
  const types = settings.parameterTypes;
  const execution = executionVariables(origin);
  const parameters = new Map(
    settings.parameters.map(({ name, value }) => [name, { value, type: types.get(name) ?? 'String' }]),
  );
  const scope: Scope = {
    parameters,
    execution,
    experiment: {},
    describe: (step) => describeOf(states.get(step)),
    readPropertyFile: (request) => readPropertyFile(request, origin),
    readObject: (uri, path) => readPropertyFile({ uri, path }, origin),
  };
  return { ...scope, experiment: experimentNames(settings.experiment, scope) };
}

function describeOf(state: StepState | undefined): ReturnType<Scope['describe']> {
  return state?.describe;
}

/** `arn:aws:sagemaker:us-east-1:000000000000` */
export function arnPrefixOf({ partition, region, account }: ExecutionSettings): string {
  return `arn:${partition}:sagemaker:${region}:${account}`;
}

/** Synthetic, and of the form that SageMaker's ARNs have. */
export function executionArnOf(settings: ExecutionSettings): string {
  return `${arnPrefixOf(settings)}:pipeline/${settings.pipelineName}/execution/${settings.executionId}`;
}

// The text form of the two times is not documented; ISO 8601 in UTC is assumed.
function executionVariables({ settings, node, now, jobName }: ScopeOrigin): Record<string, string> {
  const variable = stepTypeFacts(node.type)?.jobNameVariable;
  return {
    StartDateTime: formatInstant(settings.startTime),
    CurrentDateTime: formatInstant(now),
    PipelineName: settings.pipelineName,
    PipelineArn: `${arnPrefixOf(settings)}:pipeline/${settings.pipelineName}`,
    PipelineExecutionId: settings.executionId,
    PipelineExecutionArn: executionArnOf(settings),
    ...(variable === undefined || jobName === undefined ? {} : { [variable]: jobName }),
  };
}

function experimentNames(experiment: PlainJson | undefined, scope: Scope): Record<string, PlainJson> {
  if (!isObject(experiment)) return {};
  const evaluated = Object.entries(experiment).map(([member, value]) => [member, evaluate(value, scope)] as const);
  return Object.fromEntries(
    evaluated.flatMap(([member, each]) => (each.kind === 'known' ? [[member, each.value]] : [])),
  );
}
