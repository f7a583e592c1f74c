import type { ExecutionEvent, ExecutionEventBody } from '@millrace/schema';

const START = Date.parse('2026-01-05T09:00:00.000Z');

/** Events of a run for tests: each body with the virtual second at which it happens. */
export function eventsOf(
  ...happenings: readonly (readonly [second: number, body: ExecutionEventBody])[]
): readonly ExecutionEvent[] {
  return happenings.map(([second, body], index) => ({
    v: 1,
    seq: index + 1,
    at: new Date(START + second * 1000).toISOString(),
    cause: [],
    ...body,
  }));
}

const planned = (name: string, type: string, after: readonly string[] = []) => ({ name, type, after });

const started: ExecutionEventBody = {
  type: 'execution-started',
  executionArn: 'arn:aws:sagemaker:us-east-1:000000000000:pipeline/churn/execution/abcdefghijkl',
  executionId: 'abcdefghijkl',
  pipelineName: 'churn',
  definitionDigest: '0',
  parameters: [],
  launcher: 'process',
  seed: 1,
  options: {},
  steps: [
    planned('Train', 'Training'),
    planned('Check', 'Condition', ['Train']),
    { ...planned('Register', 'RegisterModel', ['Check']), condition: 'Check', side: 'if' },
  ],
};

const startOf = (step: string, stepType: string): ExecutionEventBody => ({
  type: 'step-started',
  step,
  stepType,
  arguments: {},
});
const attempt = (step: string): ExecutionEventBody => ({
  type: 'attempt-started',
  step,
  attempt: 1,
  jobName: 'j',
  jobArn: 'a',
  launcher: 'process',
});
const end = (status: 'Succeeded' | 'Failed' | 'Undecided', rootCauses: readonly string[] = []): ExecutionEventBody => ({
  type: 'execution-ended',
  status,
  rootCauses,
  undecided: status === 'Undecided' ? ['Check'] : [],
});

const operand = {
  expression: 'Train.Report: auc',
  from: 'property-file',
  comparison: 'GreaterThan',
  position: 'left',
} as const;
const threshold = {
  expression: '0.8',
  from: 'literal',
  value: 0.8,
  comparison: 'GreaterThan',
  position: 'right',
} as const;

/** A run that trains, decides and registers. */
export const succeeded = eventsOf(
  [0, started],
  [0, startOf('Train', 'Training')],
  [0, attempt('Train')],
  [60, { type: 'metric-recorded', step: 'Train', attempt: 1, name: 'auc', value: 0.91, index: 0 }],
  [
    95,
    { type: 'attempt-ended', step: 'Train', attempt: 1, started: 3, outcome: 'succeeded', exitCode: 0, seconds: 95 },
  ],
  [95, { type: 'step-ended', step: 'Train', started: 2, status: 'Succeeded' }],
  [95, startOf('Check', 'Condition')],
  [
    95,
    {
      type: 'condition-decided',
      step: 'Check',
      outcome: true,
      operands: [{ ...operand, value: 0.91 }, threshold],
      takes: ['Register'],
      leaves: [],
    },
  ],
  [95, { type: 'step-ended', step: 'Check', started: 7, status: 'Succeeded' }],
  [95, startOf('Register', 'RegisterModel')],
  [
    96,
    {
      type: 'model-registered',
      step: 'Register',
      group: 'churn',
      version: 3,
      arn: 'a',
      approvalStatus: 'PendingManualApproval',
      modelDataUrl: 's3://b/m.tar.gz',
    },
  ],
  [96, { type: 'step-ended', step: 'Register', started: 10, status: 'Succeeded' }],
  [96, end('Succeeded')],
);

/** A run whose first step fails by user code. */
export const failed = eventsOf(
  [0, started],
  [0, startOf('Train', 'Training')],
  [0, attempt('Train')],
  [
    7,
    {
      type: 'attempt-ended',
      step: 'Train',
      attempt: 1,
      started: 3,
      outcome: 'failed',
      exitCode: 1,
      reason: "KeyError: 'age'",
      seconds: 7,
      log: { path: 'steps/Train/attempt-1/log.txt', bytes: 100 },
    },
  ],
  [
    7,
    {
      type: 'step-ended',
      step: 'Train',
      started: 2,
      status: 'Failed',
      failureReason: "AlgorithmError: KeyError: 'age'",
    },
  ],
  [7, { type: 'step-skipped', step: 'Check', reason: { code: 'upstream-failed', step: 'Train' } }],
  [7, end('Failed', ['Train'])],
);

/** A run in which nothing decides the condition. */
export const undecided = eventsOf(
  [0, started],
  [0, startOf('Train', 'Training')],
  [300, { type: 'step-ended', step: 'Train', started: 2, status: 'Succeeded' }],
  [300, startOf('Check', 'Condition')],
  [
    300,
    {
      type: 'condition-decided',
      step: 'Check',
      outcome: 'undecided',
      operands: [operand, threshold],
      takes: ['Register'],
      leaves: [],
    },
  ],
  [300, { type: 'step-undecided', step: 'Register', reason: { code: 'condition-undecided', condition: 'Check' } }],
  [300, end('Undecided')],
);
