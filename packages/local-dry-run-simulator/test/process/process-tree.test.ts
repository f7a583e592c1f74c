import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProcessRig, processing } from './process-rig.js';

let rig: ProcessRig;
beforeEach(() => {
  rig = new ProcessRig();
});
afterEach(() => rig.remove());

const SLOW = { timeout: 60_000 };

// Writes its own beat and that of a grandchild that ignores polite signals and has left the process group.
const STUBBORN = (beat: string) => `
import os, signal, subprocess, sys, time
grandchild = '''
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
while True:
    open(${JSON.stringify(beat)}, "a").write("x")
    time.sleep(0.05)
'''
subprocess.Popen([sys.executable, "-c", grandchild], start_new_session=True)
print("started", flush=True)
time.sleep(60)
`;

async function stillBeats(beat: string): Promise<boolean> {
  const size = () => (existsSync(beat) ? readFileSync(beat).length : 0);
  const before = size();
  await sleep(400);
  return size() > before;
}

test('a job that runs too long is ended with all that it started', SLOW, async () => {
  const beat = join(rig.folder, 'beat');
  rig.put('s3://bucket/code/script.py', STUBBORN(beat));
  const run = await rig.run([processing('Long', { StoppingCondition: { MaxRuntimeInSeconds: 1 } })]);
  expect(run.summary.steps[0]).toMatchObject({
    status: 'Failed',
    failureReason: 'MaxRuntimeExceeded: the job ran for 1 seconds',
  });
  expect(existsSync(beat)).toBe(true);
  expect(await stillBeats(beat)).toBe(false);
});

test('aborting stops the run as StopPipelineExecution does', SLOW, async () => {
  const beat = join(rig.folder, 'beat');
  rig.put('s3://bucket/code/script.py', STUBBORN(beat));
  const controller = new AbortController();
  const onProgress = (_: string, line: string) => line === 'started' && setTimeout(() => controller.abort(), 300);
  const after = processing('After', { step: { DependsOn: ['Long'] } });
  const run = await rig.run([processing('Long'), after], {}, { onProgress, signal: controller.signal });
  expect(run.summary).toMatchObject({ status: 'Stopped', steps: [{ status: 'Stopped' }, { status: 'NotRun' }] });
  expect(run.events.map(({ type }) => type)).toContain('stop-requested');
  expect(run.events.at(-1)).toMatchObject({ type: 'execution-ended', rootCauses: [] });
  expect(run.summary.steps[1]?.reason).toBe('the run was stopped');
  expect(await stillBeats(beat)).toBe(false);
});

test('when Millrace is killed, nothing that it started goes on', SLOW, async () => {
  const beat = join(rig.folder, 'beat');
  rig.put('s3://bucket/code/script.py', STUBBORN(beat));
  const program = `
    const { runDryRun } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/index.ts'))});
    await runDryRun({ definition: { Steps: [${JSON.stringify(processing('Long'))}] }, pipelineName: 'p', launcher: 'process',
      stateDirectory: ${JSON.stringify(rig.state)}, environmentsDirectory: ${JSON.stringify(ProcessRig.environments)} });`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=@millrace/source', '--input-type=module', '-e', program],
    { stdio: 'inherit' },
  );
  for (let waited = 0; !existsSync(beat) && waited < 30_000; waited += 50) await sleep(50);
  expect(existsSync(beat)).toBe(true);
  child.kill('SIGKILL');
  await sleep(300);
  expect(await stillBeats(beat)).toBe(false);
});
