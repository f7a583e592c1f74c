import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dryRunDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';
import { DEFINITION, NEWER_DEFINITION, REFUSED_DEFINITION, SPEC } from './samples.js';

const scenario = (auc: number) => `steps: { Evaluate: { propertyFiles: { Report: { metrics: { auc: ${auc} } } } } }`;

function folderWithSamples(): string {
  const folder = newFolder();
  writeFileSync(join(folder, 'spec.yaml'), SPEC);
  writeFileSync(join(folder, 'good.yaml'), scenario(0.9));
  writeFileSync(join(folder, 'bad.yaml'), scenario(0.5));
  return folder;
}

function dryRun(line: string, { stdin = '', folder = folderWithSamples() } = {}) {
  const { exitCode, stdout, stderr } = runCli(['dry-run', ...line.split(' '), '--json'], { folder, stdin });
  return { exitCode, stderr, folder, document: dryRunDocument.parse(JSON.parse(stdout)) };
}

describe('a scripted run', () => {
  it('is undecided without a scenario, and shows both sides', () => {
    const { exitCode, document } = dryRun('spec.yaml');
    expect(exitCode).toBe(0);
    expect(document.status).toBe('Undecided');
    expect(document.undecided).toEqual([
      { step: 'GoodEnough', reads: ['Evaluate.Report: metrics.auc'], ifSteps: ['Register'], elseSteps: ['TooWeak'] },
    ]);
    const text = runCli(['dry-run', 'spec.yaml'], { folder: folderWithSamples() }).stdout;
    expect(text).toContain(
      '? GoodEnough is undecided: it reads Evaluate.Report: metrics.auc\n  ├─ true   Register\n  └─ false  TooWeak\n',
    );
  });

  it('takes either side as the scenario or --assume decides', () => {
    expect(dryRun('spec.yaml --scenario good.yaml')).toMatchObject({
      exitCode: 0,
      document: { status: 'Succeeded', registered: [{ step: 'Register' }] },
    });
    expect(dryRun('spec.yaml --assume true')).toMatchObject({ exitCode: 0, document: { status: 'Succeeded' } });
    const failed = dryRun('spec.yaml --scenario bad.yaml');
    expect(failed).toMatchObject({ exitCode: 1, document: { status: 'Failed', registered: [] } });
    expect(failed.document.steps.find(({ name }) => name === 'TooWeak')).toMatchObject({
      status: 'Failed',
      failureReason: expect.stringContaining('AUC is too low'),
    });
    expect(dryRun('spec.yaml --assume GoodEnough=false')).toMatchObject({
      exitCode: 1,
      document: { status: 'Failed' },
    });
  });

  it('takes parameters, and refuses those that are not declared', () => {
    expect(dryRun('spec.yaml --scenario good.yaml -p MinAuc=0.95').document.status).toBe('Failed');
    expect(dryRun('spec.yaml -p MinAcu=0.95')).toMatchObject({
      exitCode: 1,
      document: { status: 'Failed', steps: [], diagnostics: [{ code: 'simulation/unknown-parameter' }] },
    });
  });

  it('tells the root cause of a failure first', () => {
    const { stdout, exitCode } = runCli(['dry-run', 'spec.yaml', '--assume', 'false'], { folder: folderWithSamples() });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✖ TooWeak \(Fail\) failed\n +.*AUC is too low\n\nchurn-sm-pipeline {2}Failed/);
  });

  it('logs one line per event to standard error without a terminal', () => {
    const { stderr } = runCli(['dry-run', 'spec.yaml', '--scenario', 'good.yaml'], { folder: folderWithSamples() });
    expect(stderr).toMatch(/^ +0:00 {2}Prepare starts \(Processing\)$/m);
    expect(stderr).toMatch(/^ +\d+:\d\d {2}execution Succeeded$/m);
  });

  it('can fail on what is undecided', () => {
    expect(dryRun('spec.yaml --fail-on-undecided')).toMatchObject({
      exitCode: 1,
      document: { status: 'Undecided', diagnostics: [{ code: 'simulation/condition-undecided' }] },
    });
    expect(dryRun('spec.yaml --fail-on-undecided --scenario good.yaml').exitCode).toBe(0);
  });

  it('is the same every time', () => {
    const folder = folderWithSamples();
    const [first, second] = [
      dryRun('spec.yaml --scenario good.yaml', { folder }),
      dryRun('spec.yaml --scenario good.yaml', { folder }),
    ];
    expect(first.document).toEqual(second.document);
  });
});

it('runs no more steps at once than the spec allows', () => {
  const job = '{ imageUri: image, instanceType: ml.m5.large }';
  const spec = (settings: string) => `
projectName: two
pipeline:
  ${settings}
  steps:
    - { name: A, type: Processing, processing: ${job} }
    - { name: B, type: Processing, processing: ${job} }
`;
  const starts = (settings: string) =>
    dryRun('-', { stdin: spec(settings) }).document.steps.map(({ startSeconds }) => startSeconds);
  expect(starts('parallelism: 2')).toEqual([0, 0]);
  expect(starts('parallelism: 1')).toEqual([0, 300]);
});

describe('definitions', () => {
  it('run from standard input', () => {
    expect(dryRun('- -p Reason=enough', { stdin: DEFINITION })).toMatchObject({
      exitCode: 1,
      document: { status: 'Failed', steps: [{ name: 'Stop', failureReason: expect.stringContaining('enough') }] },
    });
  });

  it('that SageMaker refuses run all the same, unless --strict', () => {
    expect(dryRun('-', { stdin: REFUSED_DEFINITION })).toMatchObject({
      exitCode: 0,
      document: { status: 'Succeeded', diagnostics: [{ severity: 'error' }] },
    });
    expect(dryRun('- --strict', { stdin: REFUSED_DEFINITION })).toMatchObject({
      exitCode: 1,
      document: { status: 'Failed', steps: [] },
    });
  });

  it('with a step type of tomorrow are kept, drawn and run, and it is said that the step is not', () => {
    const folder = newFolder();
    const run = (line: string) => runCli(line.split(' '), { folder, stdin: NEWER_DEFINITION });
    const validated = run('validate - --json');
    expect(validated.exitCode).toBe(0);
    expect(JSON.parse(validated.stdout)).toMatchObject({
      ok: true,
      diagnostics: [{ code: 'definition/newer-step-type', severity: 'warning' }],
    });
    expect(run('compile -')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('"QuantumSearch"') });
    expect(run('graph -')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Search') });
    const { exitCode, stdout } = run('dry-run -');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Search: Steps of type QuantumSearch are not executed');
  });

  it('with blocking errors do not run', () => {
    const stdin = DEFINITION.replace('Parameters.Reason', 'Parameters.Ghost');
    expect(dryRun('-', { stdin })).toMatchObject({ exitCode: 1, document: { status: 'Failed', steps: [] } });
  });
});

describe('what is wrong with the request', () => {
  it.each([
    ['spec.yaml --scenario no.yaml', 2, 'command/missing-file'],
    ['spec.yaml --scenario spec.yaml', 1, 'simulation/bad-scenario'],
    ['spec.yaml --assume Ghost=true', 1, 'simulation/unknown-scenario-name'],
    ['spec.yaml --launcher container', 2, 'command/not-supported-yet'],
    ['spec.yaml --launcher docker', 2, 'command/bad-option-value'],
    ['spec.yaml --set buket=x', 2, 'command/bad-option-value'],
    ['spec.yaml --data s3://b/x=no-such-file', 1, 'simulation/data-not-found'],
  ])('%s', (line, exitCode, code) => {
    const result = dryRun(line);
    expect(result).toMatchObject({ exitCode, document: { status: 'Failed', steps: [] } });
    expect(result.document.diagnostics.map((each) => each.code)).toContain(code);
  });

  it('in a scenario is told with its line', () => {
    const folder = folderWithSamples();
    writeFileSync(join(folder, 's.yaml'), 'steps:\n  Evaluate: { durration: 2m }\n');
    const { document, stderr } = dryRun('spec.yaml --scenario s.yaml', { folder });
    expect(document.diagnostics).toMatchObject([{ file: 's.yaml', line: 2, column: 15 }]);
    expect(stderr).toContain('Evaluate: { durration: 2m }');
  });
});

describe('state', () => {
  it('that cannot be written is a sentence and exit code 1', () => {
    const folder = folderWithSamples();
    writeFileSync(join(folder, '.millrace'), 'a file where the folder belongs');
    writeFileSync(join(folder, 'prepare.py'), '');
    writeFileSync(
      join(folder, 'local.yaml'),
      SPEC.replace('scriptS3Uri: s3://test-bucket/prepare.py', 'script: prepare.py'),
    );
    for (const line of ['spec.yaml', 'local.yaml --launcher process']) {
      const { exitCode, document, stderr } = dryRun(line, { folder });
      expect({ exitCode, ...document }).toMatchObject({ exitCode: 1, status: 'Failed', steps: [] });
      expect(document.diagnostics).toMatchObject([{ code: 'simulation/state-not-writable' }]);
      expect(stderr).toContain('.millrace');
    }
  });

  it('is kept beside the project config, else in the working directory, never beside a foreign spec', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'foreign'));
    mkdirSync(join(folder, 'project', 'models', 'churn'), { recursive: true });
    writeFileSync(join(folder, 'foreign', 'p.yaml'), SPEC);
    writeFileSync(join(folder, 'project', 'models', 'churn', 'p.yaml'), SPEC);
    writeFileSync(join(folder, 'project', 'project.config.yaml'), '{}');
    runCli(['dry-run', 'foreign/p.yaml'], { folder });
    runCli(['dry-run', 'project/models/churn/p.yaml'], { folder });
    expect(readdirSync(join(folder, '.millrace', 'runs'))).toHaveLength(1);
    expect(readdirSync(join(folder, 'project', '.millrace', 'runs'))).toHaveLength(1);
    expect(existsSync(join(folder, 'foreign', '.millrace'))).toBe(false);
  });
});
