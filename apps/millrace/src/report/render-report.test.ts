import type { RunSummary } from '@millrace/local-dry-run-simulator';
import picocolors from 'picocolors';
import { expect, it } from 'vitest';
import { failed, succeeded, undecided } from '../testing/sample-events.js';
import { renderReport } from './render-report.js';
import type { RunReport } from './run-report.js';

const NO_FILES = { runDirectory: '.millrace/runs/1', find: () => undefined, tail: () => [] };

function report(run: Partial<RunSummary>, more: Partial<RunReport>): readonly string[] {
  const whole: RunReport = {
    file: 'p.yaml',
    run: { status: 'Succeeded', steps: [], undecided: [], registered: [], ...run },
    events: [],
    tookSeconds: 1.5,
    files: NO_FILES,
    colours: picocolors.createColors(false),
    ...more,
  };
  return renderReport(whole).split('\n');
}

it('shows the timeline, what conditions read, the model and the files', () => {
  const lines = report(
    {
      steps: [
        { name: 'Train', type: 'Training', status: 'Succeeded', startSeconds: 0, endSeconds: 95 },
        { name: 'Check', type: 'Condition', status: 'Succeeded', startSeconds: 95, endSeconds: 95 },
        { name: 'Register', type: 'RegisterModel', status: 'Succeeded', startSeconds: 95, endSeconds: 96 },
        { name: 'Stop', type: 'Fail', status: 'Skipped', reason: 'Check was true' },
      ],
      registered: [
        {
          step: 'Register',
          modelPackageGroup: 'churn',
          version: 3,
          approvalStatus: 'PendingManualApproval',
          modelDataUrl: 's3://b/m.tar.gz',
        },
      ],
    },
    { events: succeeded, files: { ...NO_FILES, find: (uri) => `s3/${uri.slice(5)}` } },
  );
  expect(lines[0]).toBe('churn  Succeeded  launcher process  virtual 1m 36s  wall 1.5s');
  expect(lines[3]).toBe(` ✔ Train     Succeeded     0:00    1m 35s  ${'█'.repeat(24)}`);
  expect(lines[4]).toMatch(/Check .* 1:35 .* true$/);
  expect(lines[6]).toMatch(/^ - Stop +Skipped +Check was true$/);
  expect(lines).toContain('decided  Check is true: Train.Report: auc 0.91 > 0.8');
  expect(lines).toContain('metrics  Train auc 0.91');
  expect(lines).toContain('models   churn version 3, PendingManualApproval  s3/b/m.tar.gz');
  expect(lines).toContain('files    .millrace/runs/1  (events, logs)');
});

it('puts the root cause of a failure first, with the log and what did not start', () => {
  const lines = report(
    {
      status: 'Failed',
      steps: [
        {
          name: 'Train',
          type: 'Training',
          status: 'Failed',
          startSeconds: 0,
          endSeconds: 7,
          failureReason: "AlgorithmError: KeyError: 'age'",
        },
        { name: 'Check', type: 'Condition', status: 'NotRun' },
        { name: 'Register', type: 'RegisterModel', status: 'NotRun' },
      ],
    },
    { events: failed, files: { ...NO_FILES, tail: () => ['Traceback', "KeyError: 'age'"] } },
  );
  expect(lines.slice(0, 8)).toEqual([
    '✖ Train (Training) failed, exit code 1',
    "    AlgorithmError: KeyError: 'age'",
    '  last lines of its log (.millrace/runs/1/steps/Train/attempt-1/log.txt):',
    '    │ Traceback',
    "    │ KeyError: 'age'",
    '',
    '2 steps not started because of it: Check, Register',
    '',
  ]);
});

it('shows both sides of an open condition and how to decide it', () => {
  const lines = report(
    {
      status: 'Undecided',
      steps: [{ name: 'Train', type: 'Training', status: 'Succeeded', startSeconds: 0, endSeconds: 300 }],
      undecided: [{ step: 'Check', reads: ['Train.Report: auc'], ifSteps: ['Register'], elseSteps: [] }],
    },
    { events: undecided },
  );
  const at = lines.indexOf('? Check is undecided: it reads Train.Report: auc');
  expect(lines.slice(at, at + 4)).toEqual([
    '? Check is undecided: it reads Train.Report: auc',
    '  ├─ true   Register',
    '  └─ false  nothing more runs',
    '  decide it: --assume Check=true, or --scenario (`millrace scenario p.yaml` writes one)',
  ]);
});
