import type { ExecutionStarted, PlannedStep } from '@millrace/schema';
import { executionArnOf } from './build-scope.js';
import type { ExecutionSettings } from './execution-settings.js';
import type { StepNode } from './step-node.js';

/** The first event of an execution. */
export function toExecutionStarted(settings: ExecutionSettings): ExecutionStarted {
  const cap = settings.maxParallelSteps;
  return {
    type: 'execution-started',
    executionArn: executionArnOf(settings),
    executionId: settings.executionId,
    pipelineName: settings.pipelineName,
    definitionDigest: settings.definitionDigest,
    parameters: settings.parameters,
    launcher: settings.launcher.name,
    seed: settings.seed,
    options: { afterFailure: settings.afterFailure, ...(cap === undefined ? {} : { maxParallelSteps: cap }) },
    steps: [...settings.nodes.values()].map(toPlannedStep),
  };
}

function toPlannedStep({ name, type, step, branch, predecessors }: StepNode): PlannedStep {
  const displayName = typeof step.DisplayName === 'string' ? { displayName: step.DisplayName } : {};
  return { name, type, ...displayName, ...branch, after: predecessors };
}
