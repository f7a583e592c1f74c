import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { failed, succeeded, undecided } from '../testing/sample-events.js';
import { describeComparisons } from './describe-decision.js';
import { describeEvent } from './describe-event.js';
import { formatClock, formatDuration } from './format-time.js';
import { renderProgress } from './render-progress.js';
import { ProgressTracker } from './run-progress.js';

const colours = picocolors.createColors(false);

describe('one line per event', () => {
  it('tells a run without what only programs need', () => {
    expect(succeeded.flatMap((event) => describeEvent(event) ?? [])).toEqual([
      'churn: 3 steps, launcher process',
      'Train starts (Training)',
      'Train Succeeded',
      'Check starts (Condition)',
      'Check is true: Train.Report: auc 0.91 > 0.8',
      'Check Succeeded',
      'Register starts (RegisterModel)',
      'Register registers churn version 3, PendingManualApproval',
      'Register Succeeded',
      'execution Succeeded',
    ]);
  });

  it('tells failures and open conditions', () => {
    const lines = [...failed, ...undecided].flatMap((event) => describeEvent(event) ?? []);
    expect(lines).toContain('Train attempt 1 failed after 7s, exit code 1');
    expect(lines).toContain("Train Failed: AlgorithmError: KeyError: 'age'");
    expect(lines).toContain('Check does not run: comes after Train, which failed');
    expect(lines).toContain('Check is undecided: Train.Report: auc ? > 0.8');
    expect(lines).toContain('Register is undecided: nothing decides Check');
  });
});

describe('the live view', () => {
  const frame = { colours, columns: 60, rows: 24, now: 10_000, tick: 3 };

  function progressAfter(count: number, logLine?: string) {
    const tracker = new ProgressTracker();
    for (const event of succeeded.slice(0, count)) tracker.take({ event, now: 4_000 });
    if (logLine !== undefined) tracker.take({ logLine: { step: 'Train', line: logLine }, now: 5_000 });
    return tracker.progress;
  }

  it('shows who runs, for how long, its last log line, and who waits for whom', () => {
    expect(renderProgress(progressAfter(3, '\u001b[32mepoch 3\u001b[0m\ttrain_auc=0.9'), frame)).toEqual([
      'churn  process',
      ' ⠸ Train     6s',
      '     epoch 3\\u0009train_auc=0.9',
      ' ◌ Check     waits for Train',
      ' ◌ Register  waits for Check',
    ]);
  });

  it('shows what came of each step', () => {
    expect(renderProgress(progressAfter(succeeded.length), frame).slice(1)).toEqual([
      ' ✔ Train     1m 35s  auc 0.91',
      ' ✔ Check     true',
      ' ✔ Register  churn version 3',
    ]);
  });

  it('never is wider or higher than the window', () => {
    const lines = renderProgress(progressAfter(3, 'x'.repeat(200)), { ...frame, columns: 20, rows: 6 });
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(20);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('   … and 2 more');
  });
});

it('formats times', () => {
  expect([0, 0.42, 9.4, 59.6, 200, 7500, 90_000, 3600].map(formatDuration)).toEqual([
    '0s',
    '0.4s',
    '9.4s',
    '1m',
    '3m 20s',
    '2h 5m',
    '1d 1h',
    '1h',
  ]);
  expect([0, 770, 3723].map(formatClock)).toEqual(['0:00', '12:50', '1:02:03']);
});

it('tells comparisons apart, lists of In included', () => {
  const base = { from: 'parameter', value: 'a' } as const;
  expect(
    describeComparisons([
      { ...base, expression: 'Parameters.Mode', comparison: 'In', position: 'left' },
      { expression: 'a', from: 'literal', value: 'a', comparison: 'In', position: 'member' },
      { expression: 'b', from: 'literal', value: 'b', comparison: 'In', position: 'member' },
      { ...base, expression: 'Parameters.X', comparison: 'Equals', position: 'left' },
      { ...base, expression: 'Parameters.Y', comparison: 'Equals', position: 'right' },
    ]),
  ).toEqual(['Parameters.Mode a In a, b', 'Parameters.X a = Parameters.Y a']);
});
