import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { input, output, ProcessRig, processing } from './process-rig.js';

// A system that refuses namespaces: nothing of the program runs.
vi.mock('../../src/launchers/process/mount-command.js', () => ({
  MOUNTED_MARKER: '/mounted',
  mountCommand: () => ['/bin/sh', '-c', 'echo unshare: Operation not permitted; exit 1'],
}));

let rig: ProcessRig;
beforeEach(() => {
  rig = new ProcessRig();
});
afterEach(() => rig.remove());

test('where /opt/ml cannot be mounted, arguments and environment lead to the files, and the run says so', {
  timeout: 60_000,
}, async () => {
  rig.put('s3://bucket/data/raw.csv', 'raw');
  rig.put(
    's3://bucket/code/script.py',
    'import os, sys\nopen(os.path.join(os.environ["OUT"], "copy.csv"), "w").write(open(sys.argv[1]).read())',
  );
  const step = processing('Copy', {
    inputs: [input('raw', 's3://bucket/data/raw.csv')],
    outputs: [output('result')],
    arguments: ['/opt/ml/processing/input/raw/raw.csv'],
    Environment: { OUT: '/opt/ml/processing/output/result' },
    NetworkConfig: { EnableNetworkIsolation: true },
  });
  const run = await rig.run([step]);
  expect(run.summary.status).toBe('Succeeded');
  expect(rig.log(run, 'Copy')).toBe('');
  expect(rig.read('s3://bucket/out/result/copy.csv')).toBe('raw');
  const codes = run.events.filter((event) => event.type === 'warning-raised').map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['simulation/opt-ml-not-mounted', 'simulation/network-not-isolated']));
});
