import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDocument, dryRunDocument, graphDocument, scenarioDocument, validateDocument } from './documents.js';
import { launcher, newFolder, runCli } from './run-cli.js';
import { DEFINITION, REFUSED_DEFINITION, SPEC } from './samples.js';

const SAMPLES = {
  'spec.yaml': SPEC,
  'definition.json': DEFINITION,
  'refused.json': REFUSED_DEFINITION,
  'broken.yaml': SPEC.replace('ifSteps: [Register]', 'ifSteps: [Registr]').replace('type: Fail', 'type: Fai'),
  'cycle.yaml': SPEC.replace('Prepare.train }', 'Prepare.train }, { channelName: again, stepOutput: Evaluate.report }'),
  'not-a-pipeline.json': '[1, 2]',
  'settled.yaml': SPEC.replace('pipeline:', 'pipeline:\n  parallelism: 1\n  tags: { team: churn }'),
  'open.yaml': SPEC.replace('projectName: churn', 'projectName: "{{context:team}}"'),
};

function folderWithSamples(): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(SAMPLES)) writeFileSync(join(folder, name), text);
  return folder;
}

function run(line: string, stdin = '', folder = folderWithSamples()) {
  return { folder, ...runCli(line.split(' '), { folder, stdin }) };
}

describe('validate', () => {
  it('has one line for a sound pipeline', () => {
    expect(run('validate spec.yaml')).toMatchObject({ exitCode: 0, stdout: 'ok: spec with 6 steps\n', stderr: '' });
    expect(run('validate -', DEFINITION)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/ok: definition with 1 step, 1 warning\n$/),
    });
  });

  it('shows each error with its line, a squiggle and a help', () => {
    const { exitCode, stdout } = run('validate broken.yaml');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^broken\.yaml:\d+:\d+ error spec\/\S+ .*\n +\d+ │ .*\n +│ +~+\n {2}help: did you mean/);
    expect(stdout).toMatch(/\nnot ok: \d+ errors? in broken\.yaml\n$/);
  });

  it('prints a document, and people read standard error', () => {
    const { exitCode, stdout, stderr } = run('validate broken.yaml --json');
    const { ok, diagnostics } = validateDocument.parse(JSON.parse(stdout));
    expect({ ok, exitCode }).toEqual({ ok: false, exitCode: 1 });
    expect(diagnostics.every(({ file, line }) => file === 'broken.yaml' && (line ?? 0) > 0)).toBe(true);
    expect(stderr).toContain('not ok:');
    expect(validateDocument.parse(JSON.parse(run('--json validate spec.yaml').stdout))).toEqual({
      ok: true,
      diagnostics: [],
    });
  });

  it('reports what SageMaker would refuse as an error', () => {
    expect(run('validate refused.json')).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('ExecutionRoleArn'),
    });
    expect(run('validate not-a-pipeline.json').exitCode).toBe(1);
  });
});

describe('compile', () => {
  it('prints the request around the definition', () => {
    const role = 'arn:aws:iam::123456789012:role/pipeline';
    const { exitCode, stdout } = run(`compile settled.yaml --to request --set pipelineRoleArn=${role}`);
    expect({ exitCode, ...JSON.parse(stdout) }).toEqual({
      exitCode: 0,
      PipelineName: 'churn-sm-pipeline',
      RoleArn: role,
      Tags: [{ Key: 'team', Value: 'churn' }],
      ParallelismConfiguration: { MaxParallelExecutionSteps: 1 },
    });
    expect(JSON.parse(run('compile settled.yaml --to request --json').stdout)).toMatchObject({
      ok: true,
      request: { PipelineName: 'churn-sm-pipeline' },
      unbound: ['pipelineRoleArn'],
    });
    expect(run('compile definition.json --to request')).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('prints the symbolic definition, and notes what is known at deployment only', () => {
    const { exitCode, stdout, stderr } = run('compile spec.yaml');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ Version: '2020-12-01', Steps: { length: 4 } });
    expect(stdout).toContain('"Millrace:DeployValue": "jobRoleArn"');
    expect(stderr).toMatch(/^note: known at deployment only: .*jobRoleArn.*\n$/);
  });

  it('puts values in, and can require all of them', () => {
    const { folder, stderr } = run('compile spec.yaml');
    const names = stderr
      .replace(/^.*only: /, '')
      .trim()
      .split(', ');
    const settings = names.flatMap((name) => ['--set', `${name}=${name.endsWith('Arn') ? arnOf(name) : 'value'}`]);
    const bound = runCli(['compile', 'spec.yaml', '--require-bound', ...settings], { folder });
    expect(bound).toMatchObject({ exitCode: 0, stderr: '' });
    expect(bound.stdout).not.toContain('Millrace:');
    const open = runCli(['compile', 'spec.yaml', '--require-bound', '-o', 'out.json', ...settings.slice(2)], {
      folder,
    });
    expect(open).toMatchObject({ exitCode: 1, stdout: '' });
    expect(open.stderr).toContain(`the definition is not bound: ${names[0]}`);
    expect(existsSync(join(folder, 'out.json'))).toBe(false);
  });

  it('prints a definition of others as it was, number texts included', () => {
    const text = DEFINITION.replace('"no reason"', '"1.0"');
    expect(run('compile -', text).stdout.trim()).toBe(text);
  });

  it('takes values of an environment, --set first', () => {
    const folder = folderWithSamples();
    mkdirSync(join(folder, 'models'));
    writeFileSync(join(folder, 'models', 'p.yaml'), SPEC);
    writeFileSync(
      join(folder, 'project.config.yaml'),
      `environments: { dev: { values: { bucket: from-config, jobRoleArn: "${arnOf('jobRoleArn')}" } } }`,
    );
    const { stdout } = runCli(['compile', 'models/p.yaml', '-e', 'dev', '--set', 'bucket=from-set'], { folder });
    expect(stdout).toContain('from-set');
    expect(stdout).not.toContain('from-config');
    expect(stdout).toContain(arnOf('jobRoleArn'));
    expect(runCli(['compile', 'models/p.yaml', '-e', 'dv'], { folder })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('did you mean "dev"?'),
    });
    writeFileSync(join(folder, 'project.config.yaml'), 'environments: { dev: { values: { buket: x } } }');
    expect(runCli(['compile', 'models/p.yaml', '-e', 'dev'], { folder })).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('project.config.yaml:1:34 error project/bad-config'),
    });
  });

  it('refuses settings that set nothing', () => {
    expect(run('compile spec.yaml --set bucket')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run('compile spec.yaml --set buket=x')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('did you mean "bucket"?'),
    });
    expect(run('compile spec.yaml -e dev').stderr).toContain('there is no environment "dev"');
  });

  it('writes no definition when something is wrong', () => {
    const { folder, exitCode, stdout, stderr } = run('compile broken.yaml -o out.json');
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('broken.yaml:');
    expect(existsSync(join(folder, 'out.json'))).toBe(false);
  });

  it('has a document for both outcomes', () => {
    const good = compileDocument.parse(JSON.parse(run('compile spec.yaml --json').stdout));
    expect(good).toMatchObject({ ok: true, unbound: expect.arrayContaining(['jobRoleArn']) });
    const bad = compileDocument.parse(JSON.parse(run('compile broken.yaml --json').stdout));
    expect(bad).toMatchObject({ ok: false, definition: null });
  });
});

function arnOf(name: string): string {
  return name === 'kmsKeyArn'
    ? 'arn:aws:kms:us-east-1:111111111111:key/11111111-1111-4111-8111-111111111111'
    : `arn:aws:iam::111111111111:role/${name}`;
}

describe('-o', () => {
  it.each(['compile', 'graph', 'scenario'])('%s writes the whole file, or nothing', (command) => {
    const { folder, exitCode, stdout } = run(`${command} spec.yaml -o out`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe(runCli([command, 'spec.yaml'], { folder }).stdout);
    const before = readdirSync(folder).sort();
    const missing = runCli([command, 'spec.yaml', '-o', 'no/such/out'], { folder });
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
    expect(missing.stderr).toContain('millrace: no/such/out cannot be written: there is no directory no/such');
    mkdirSync(join(folder, 'directory'));
    expect(runCli([command, 'spec.yaml', '-o', 'directory'], { folder })).toMatchObject({ exitCode: 2, stdout: '' });
    expect(runCli([command, 'spec.yaml', '-o', 'spec.yaml/out'], { folder })).toMatchObject({
      exitCode: 2,
      stdout: '',
    });
    expect(readdirSync(folder).sort()).toEqual([...before, 'directory'].sort());
  });

  it('can be a device', () => {
    const script = `"${process.execPath}" "${launcher}" compile definition.json -o /dev/stdout | cat`;
    const output = execFileSync('bash', ['-c', script], { cwd: folderWithSamples(), encoding: 'utf8' });
    expect(output).toContain('2020-12-01');
  });
});

describe('graph', () => {
  it.each(['mermaid', 'json', 'svg', 'markdown'])('draws %s', (format) => {
    const { exitCode, stdout, stderr } = run(`graph spec.yaml --format ${format}`);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('GoodEnough');
    const document = graphDocument.parse(JSON.parse(run(`graph spec.yaml --format ${format} --json`).stdout));
    expect(document.diagram).toEqual(format === 'json' ? JSON.parse(stdout) : stdout);
  });

  it('is Mermaid by default, data with --json', () => {
    expect(run('graph spec.yaml').stdout).toMatch(
      /^flowchart TD\n.*GoodEnough -->\|true\| step_Register\n.*-->\|false\| step_TooWeak\n/s,
    );
    expect(graphDocument.parse(JSON.parse(run('graph spec.yaml --json').stdout)).format).toBe('json');
  });

  it('draws pipelines with errors, and says so', () => {
    for (const file of ['cycle.yaml', 'refused.json']) expect(run(`graph ${file}`).exitCode).toBe(0);
    expect(run('graph cycle.yaml').stderr).toMatch(
      /^note: \d+ errors? in cycle.yaml: `millrace validate` shows them\n$/,
    );
    const unknown = run('graph -', DEFINITION.replace('Parameters.Reason', 'Steps.Ghost.Outcome'));
    expect(unknown).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('no such step') });
  });

  it('fails on what is no pipeline', () => {
    expect(run('graph not-a-pipeline.json')).toMatchObject({ exitCode: 1, stdout: '' });
    expect(graphDocument.parse(JSON.parse(run('graph not-a-pipeline.json --json').stdout)).ok).toBe(false);
  });
});

describe('scenario', () => {
  it('writes all that conditions read; filled in, it decides them', () => {
    const { folder, exitCode } = run('scenario spec.yaml -o s.yaml');
    expect(exitCode).toBe(0);
    const skeleton = readFileSync(join(folder, 's.yaml'), 'utf8');
    expect(skeleton).toContain('#');
    expect(skeleton).toMatch(/auc: null/);
    expect(runCli(['dry-run', 'spec.yaml', '--scenario', 's.yaml'], { folder })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Undecided'),
    });
    writeFileSync(join(folder, 's.yaml'), skeleton.replace('auc: null', 'auc: 0.9'));
    const good = dryRunDocument.parse(
      JSON.parse(runCli(['dry-run', 'spec.yaml', '--scenario', 's.yaml', '--json'], { folder }).stdout),
    );
    expect(good).toMatchObject({ status: 'Succeeded', registered: [{ modelPackageGroup: 'churn', version: 1 }] });
  });

  it('has a document for both outcomes', () => {
    expect(scenarioDocument.parse(JSON.parse(run('scenario spec.yaml --json').stdout))).toMatchObject({ ok: true });
    expect(scenarioDocument.parse(JSON.parse(run('scenario broken.yaml --json').stdout))).toMatchObject({ ok: false });
  });
});
