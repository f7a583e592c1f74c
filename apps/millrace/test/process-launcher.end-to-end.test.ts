import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { dryRunDocument } from './documents.js';
import { launcher, newFolder, runCli } from './run-cli.js';

const SPEC = `projectName: numbers
pipeline:
  parameters: [{ name: Limit, type: Integer, defaultValue: 10 }]
  steps:
    - name: Count
      type: Processing
      processing:
        imageUri: 123456789012.dkr.ecr.us-east-1.amazonaws.com/python:3
        instanceType: ml.m5.large
        script: count.py
        inputs: [{ inputName: numbers, s3Uri: "s3://<default_bucket>/data/numbers.txt" }]
        outputs: [{ outputName: report }]
        propertyFiles: [{ propertyFileName: Report, outputName: report, filePath: report.json }]
    - name: Enough
      type: Condition
      condition:
        conditions:
          - { operator: GreaterThan, stepName: Count, propertyFile: Report, jsonPath: sum, threshold: { parameter: Limit } }
        ifSteps: []
        elseSteps: [TooFew]
    - name: TooFew
      type: Fail
      fail: { message: too few }
`;

const COUNT = `import json, pathlib, sys, os, time
root = pathlib.Path("/opt/ml/processing")
numbers = (root / "input/numbers/numbers.txt").read_text().split()
print("numbers:", len(numbers), flush=True)
if "wait" in numbers:
    pathlib.Path(numbers[1]).write_text(str(os.getpid()))
    time.sleep(600)
if "slow" in numbers:
    time.sleep(1)
if "crash" in numbers:
    sys.exit(3)
(root / "report/report.json").write_text(json.dumps({"sum": sum(int(n) for n in numbers if n.isdigit())}))
`;

function model(numbers: string): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'pipeline.yaml'), SPEC);
  writeFileSync(join(folder, 'count.py'), COUNT);
  writeFileSync(join(folder, 'data', 'numbers.txt'), numbers);
  return folder;
}

// One Python environment for all tests of this file: making one takes seconds.
const cache = mkdtempSync(join(tmpdir(), 'millrace-cache-'));
const env = { XDG_CACHE_HOME: cache };
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const LINE = ['dry-run', 'pipeline.yaml', '--launcher', 'process'];

it('runs the real script on the data of the model', () => {
  const folder = model('4 5 6');
  const { exitCode, stdout, stderr } = runCli(LINE, { folder, env });
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toContain('decided  Enough is true: Count.Report: sum 15 > Parameters.Limit 10');
  const [, report = ''] = /^ +(\.millrace\/s3\/.*report\.json)$/m.exec(stdout) ?? [];
  expect(JSON.parse(readFileSync(join(folder, report), 'utf8'))).toEqual({ sum: 15 });
});

it('takes --data before the data of the model', () => {
  const folder = model('4 5 6');
  writeFileSync(join(folder, 'few.txt'), '1');
  const data = ['--data', 's3://millrace-local/data/numbers.txt=few.txt'];
  const { exitCode, stdout } = runCli([...LINE, ...data, '--json'], { folder, env });
  expect({ exitCode, ...dryRunDocument.parse(JSON.parse(stdout)) }).toMatchObject({ exitCode: 1, status: 'Failed' });
});

it('takes the data of an environment, relative to the project config', () => {
  const folder = model('1');
  mkdirSync(join(folder, 'shared'));
  writeFileSync(join(folder, 'shared', 'numbers.txt'), '40 2');
  const data = '{ "s3://millrace-local/data/numbers.txt": shared/numbers.txt }';
  writeFileSync(join(folder, 'project.config.yaml'), `environments: { dev: { data: ${data} } }`);
  expect(runCli([...LINE, '-e', 'dev'], { folder, env }).stdout).toContain('sum 42 > Parameters.Limit 10');
  expect(runCli(LINE, { folder, env }).exitCode).toBe(1);
});

it('shows the exit code and the end of the log of a script that fails', () => {
  const { exitCode, stdout } = runCli(LINE, { folder: model('crash'), env });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^✖ Count \(Processing\) failed, exit code 3\n/);
  expect(stdout).toContain('    │ numbers: 1\n');
  expect(stdout).toContain('not started because of it: Enough');
});

it('names the URI and the flag where data is missing', () => {
  const folder = model('');
  writeFileSync(join(folder, 'pipeline.yaml'), SPEC.replace('numbers.txt', 'nowhere.txt'));
  const { exitCode, stdout } = runCli(LINE, { folder, env });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('--data s3://millrace-local/data/nowhere.txt=PATH');
});

it('stops on Ctrl-C with 130, a document, and no process left behind', async () => {
  const mark = join(newFolder(), 'running');
  const folder = model(`wait ${mark}`);
  const child = spawn(process.execPath, [launcher, ...LINE, '--json'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await expect.poll(() => existsSync(mark), { timeout: 20_000 }).toBe(true);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(dryRunDocument.parse(JSON.parse(stdout))).toMatchObject({ status: 'Stopped' });
  await sleep(100);
  expect(spawnSync('pgrep', ['-f', mark], { encoding: 'utf8' }).stdout).toBe('');
});

it('draws progress on a terminal, and gives the cursor back', () => {
  const folder = model('slow 4 5 6');
  const words = [process.execPath, launcher, ...LINE].map((word) => JSON.stringify(word)).join(', ');
  const script = `import pty, sys; sys.exit(pty.spawn([${words}]) >> 8)`;
  const environment = { ...env, PATH: process.env['PATH'], TERM: 'xterm-256color' };
  const { status, stdout } = spawnSync('python3', ['-c', script], { cwd: folder, env: environment, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Count/);
  expect(stdout.lastIndexOf('\u001b[?25h')).toBeGreaterThan(stdout.lastIndexOf('\u001b[?25l'));
  expect(stdout).toContain('Succeeded');
});
