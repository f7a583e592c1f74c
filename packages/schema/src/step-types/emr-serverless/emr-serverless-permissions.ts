import type { StepPermission, StepResource } from '../step-permission.js';

const APPLICATION = { kind: 'identified', service: 'emr-serverless', before: '/applications/' } as const;
const NAMED: StepResource = { ...APPLICATION, member: 'ApplicationId' };
const RUNS: StepResource = { ...NAMED, below: '/jobruns/*' };
const NEW: StepResource = {
  kind: 'fixed',
  service: 'emr-serverless',
  resource: '/applications/*',
  reason: 'the id of an application is made when the application is; the ids of its runs lie below it',
};

/** What it takes to run on EMR Serverless: on an application that is there, or on one that is made for the step. */
export const EMR_SERVERLESS_PERMISSIONS: readonly StepPermission[] = [
  {
    sid: 'RunOnApplications',
    actions: ['GetApplication', 'StartApplication', 'StartJobRun'].map(serverless),
    on: [NAMED],
    why: 'starts runs on the applications that its steps name',
    when: 'ApplicationId',
  },
  {
    sid: 'FollowRuns',
    actions: ['GetJobRun', 'CancelJobRun'].map(serverless),
    on: [RUNS],
    why: 'follows and stops the runs that it started',
    when: 'ApplicationId',
  },
  {
    sid: 'MakeApplications',
    actions: ['emr-serverless:CreateApplication'],
    on: [{ kind: 'unscoped', action: 'emr-serverless:CreateApplication' }],
    why: 'makes applications for its steps',
    when: 'ApplicationConfig',
  },
  {
    sid: 'RunOnNewApplications',
    actions: [
      'GetApplication',
      'StartApplication',
      'StopApplication',
      'DeleteApplication',
      'StartJobRun',
      'GetJobRun',
      'CancelJobRun',
    ].map(serverless),
    on: [NEW],
    why: 'runs on the applications that it made, and removes them',
    when: 'ApplicationConfig',
  },
];

function serverless(action: string): string {
  return `emr-serverless:${action}`;
}
