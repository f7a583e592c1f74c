import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GOVERNANCE_PROFILES } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { CHECK_PROFILES } from '../src/commands/check.js';
import { checkDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';
import { DEFINITION, REFUSED_DEFINITION } from './samples.js';

const IMAGE = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/p';
const PINNED = `${IMAGE}@sha256:${'a'.repeat(64)}`;

/** One job that keeps the rules of baseline, unless something is changed. */
function spec({ image = PINNED, more = '' }: { image?: string; more?: string } = {}): string {
  return `projectName: churn
pipeline:
  steps:
    - name: Prepare
      type: Processing
      retry: transient
      processing:
        imageUri: ${image}
        instanceType: ml.m5.large
        maxRuntime: 1h
${more}`;
}

const CONFIG = `governance:
  rules: { MR-RES-002: error }
environments:
  dev: { account: "111122223333", region: eu-west-1 }
  prod:
    account: "444455556666"
    region: eu-west-1
    allowedInstances: [ml.c5.xlarge]
    governance: { profiles: [regulated, cost] }
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function check(line: string, files: Readonly<Record<string, string>>) {
  return runCli(['check', ...line.split(' ')], { folder: folderWith(files) });
}

/** The document of a check. */
function found(line: string, files: Readonly<Record<string, string>>) {
  const { exitCode, stdout } = check(`${line} --json`, files);
  return { exitCode, ...checkDocument.parse(JSON.parse(stdout)) };
}

const rulesIn = ({ findings }: Pick<ReturnType<typeof found>, 'findings'>) => findings.map(({ rule }) => rule);

describe('a pipeline that keeps the rules', () => {
  it('is told in one plain line', () => {
    const { exitCode, stdout, stderr } = check('p.yaml', { 'p.yaml': spec() });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^ok: no findings in p\.yaml \(spec with 1 step, \d+ rules of baseline\)\n$/);
  });

  it('may come from standard input, and from anybody', () => {
    const { exitCode, stdout } = runCli(['check', '-'], { stdin: DEFINITION });
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('in standard input (definition with 1 step, '),
    });
  });
});

describe('findings', () => {
  it('point at the line, say why and what to do, and fail', () => {
    const { exitCode, stdout } = check('p.yaml', { 'p.yaml': spec({ image: `${IMAGE}:latest` }) });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`p.yaml:8:19 error policy/MR-IMG-002 the image p:latest has no fixed version`);
    expect(stdout).not.toContain('definition/image-may-change');
    expect(stdout).toContain(`    8 │         imageUri: ${IMAGE}:latest\n      │                   ~~~~`);
    expect(stdout).toMatch(/\n {2}why: Whoever pushes.*\n {2}help: use a tag that is never moved/);
    expect(stdout).toMatch(/\n\nnot ok: 1 error, .* in p\.yaml \(spec with 1 step, \d+ rules of baseline\)\n/);
    expect(stdout).toMatch(/`millrace explain MR-\w+-\d+` tells more about a rule\n$/);
  });

  it('say why once', () => {
    const steps = ['A', 'B'].map(
      (name) =>
        `    - { name: ${name}, type: Processing, retry: transient, processing: { imageUri: "${PINNED}", instanceType: ml.m5.large } }\n`,
    );
    const { stdout } = check('p.yaml', { 'p.yaml': spec({ more: steps.join('') }) });
    expect(stdout.match(/policy\/MR-RES-001/g)).toHaveLength(2);
    expect(stdout.match(/why: A job that hangs/g)).toHaveLength(1);
  });

  it('are one document with --json', () => {
    const { exitCode, findings, checked } = found('p.yaml', { 'p.yaml': spec({ image: `${IMAGE}:latest` }) });
    expect(exitCode).toBe(1);
    expect(findings.find(({ rule }) => rule === 'MR-IMG-002')).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('has no fixed version'),
      path: 'pipeline.steps[0].processing.imageUri',
      file: 'p.yaml',
      line: 8,
      steps: ['Prepare'],
    });
    expect(checked).toEqual([{ file: 'p.yaml', what: 'spec with 1 step' }]);
  });

  it('that are quieter than --fail-on do not fail', () => {
    const files = { 'p.yaml': spec({ image: `${IMAGE}:1.0` }) };
    const quiet = check('p.yaml', files);
    expect(quiet).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\nok: 1 warning in p\.yaml/) });
    const strict = check('p.yaml --fail-on warning', files);
    expect(strict).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/\nnot ok: 1 warning in p\.yaml/) });
  });

  it('go into a file with -o, and to people all the same', () => {
    const folder = folderWith({ 'p.yaml': spec() });
    const { stdout } = runCli(['check', 'p.yaml', '--format', 'json', '-o', 'out.json'], { folder });
    expect(stdout).toMatch(/^ok: no findings/);
    const written = readFileSync(join(folder, 'out.json'), 'utf8');
    expect(checkDocument.parse(JSON.parse(written)).findings).toEqual([]);
    expect(runCli(['check', 'p.yaml', '--format', 'json'], { folder }).stdout).toBe(written);
  });
});

describe('documents with errors', () => {
  it('are not held against the rules where they are specs that do not compile', () => {
    const { exitCode, stdout } = check('p.yaml', { 'p.yaml': spec({ image: '{ parameter: Ghost }' }) });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('p.yaml:8:32 error graph/unknown-parameter');
    expect(stdout).toContain('not ok: 1 error in p.yaml (spec, not held against the rules)');
  });

  it('are, where SageMaker would only refuse them', () => {
    const { exitCode, diagnostics, findings } = found('d.json', { 'd.json': REFUSED_DEFINITION });
    expect(exitCode).toBe(1);
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(findings).not.toEqual([]);
  });
});

describe('the project', () => {
  const files = {
    'project.config.yaml': CONFIG,
    'models/a/pipeline.yaml': spec().replace('      retry: transient\n', ''),
  };

  it('says how loud rules are, and is asked for an environment', () => {
    const { exitCode, stdout } = check('models/a/pipeline.yaml', files);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('error policy/MR-RES-002');
    expect(stdout).toContain('rules of baseline, no environment: -e dev | prod adds its settings and limits)');
  });

  it('has limits, profiles and rules by environment', () => {
    expect(rulesIn(found('models/a/pipeline.yaml -e dev', files))).not.toContain('MR-CST-001');
    const prod = found('models/a/pipeline.yaml -e prod', files);
    expect(rulesIn(prod)).toEqual(expect.arrayContaining(['MR-CST-001', 'MR-NET-001', 'MR-RES-002']));
    expect(check('models/a/pipeline.yaml -e prod', files).stdout).toContain(
      'rules of regulated and cost, environment prod)',
    );
    expect(rulesIn(found('models/a/pipeline.yaml -e prod --profile baseline', files))).not.toContain('MR-NET-001');
    expect(check('models/a/pipeline.yaml -e prd', files)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('did you mean "prod"?'),
    });
  });

  it('is told what is wrong with its settings, where they stand', () => {
    const wrong = CONFIG.replace('MR-RES-002', 'MR-RES-020');
    const { exitCode, stdout } = check('models/a/pipeline.yaml', { ...files, 'project.config.yaml': wrong });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /project\.config\.yaml:2:12 error policy\/unknown-rule there is no governance rule "MR-RES-020"/,
    );
  });

  it('that cannot be read leaves open which rules hold', () => {
    const broken = {
      ...files,
      'project.config.yaml': 'enviroments: {}\n',
      'models/a/pipeline.yaml': spec({ image: IMAGE }),
    };
    const { exitCode, findings, diagnostics } = found('models/a/pipeline.yaml', broken);
    expect({ exitCode, findings }).toEqual({ exitCode: 1, findings: [] });
    expect(diagnostics.map(({ code }) => code)).toContain('project/bad-config');
    expect(check('models/a/pipeline.yaml', broken).stdout).toContain('no rule was asked');
  });

  it('pins images of AWS in its lock', () => {
    const framework = {
      ...files,
      'models/a/pipeline.yaml': spec().replace(`imageUri: ${PINNED}`, 'framework: { name: sklearn, version: 1.2-1 }'),
    };
    const image = '141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3';
    const lock = `images:\n  "${image}": sha256:${'b'.repeat(64)}\n`;
    expect(rulesIn(found('models/a/pipeline.yaml -e prod', framework))).toContain('MR-IMG-001');
    const locked = found('models/a/pipeline.yaml -e prod', { ...framework, 'millrace.lock.yaml': lock });
    expect(rulesIn(locked)).not.toContain('MR-IMG-001');
  });
});

describe('local scripts', () => {
  const training = `projectName: p
pipeline:
  steps:
    - name: Train
      type: Training
      retry: transient
      training:
        framework: { name: pytorch, version: "2.3" }
        instanceType: ml.m5.large
        maxRuntime: 1h
        script: train.py
        sourceDir: src
        inputChannels: [{ channelName: train, s3Uri: "s3://train-data/train" }]
        enableNetworkIsolation: true
`;

  it('are read by the rules, although they are packed for SageMaker', () => {
    const files = { 'p.yaml': training, 'src/train.py': 'import boto3\n', 'src/model.bin': '\u0000' };
    expect(rulesIn(found('p.yaml', files))).toContain('MR-NET-004');
    expect(rulesIn(found('p.yaml', { ...files, 'src/train.py': 'print(1)\n' }))).not.toContain('MR-NET-004');
  });
});

describe('what is checked', () => {
  const clean = spec();
  const files = {
    'project.config.yaml': 'environments: {}\n',
    'models/a/pipeline.yaml': clean,
    'models/b/pipeline.yml': clean,
    'models/b/definition.json': DEFINITION,
    'models/b/package.json': '{ "Steps": [] }',
    'models/b/notes.yaml': 'a: 1',
    'models/node_modules/x/pipeline.yaml': clean,
    'models/.hidden/pipeline.yaml': clean,
    'models/dist/pipeline.yaml': clean,
    'notes/README.md': 'Words.\n',
  };
  const names = (line: string) => found(line, files).checked.map(({ file }) => file);

  it('of a folder are its pipelines, without what tools write', () => {
    const all = ['models/a/pipeline.yaml', 'models/b/definition.json', 'models/b/pipeline.yml'];
    expect(names('models')).toEqual(all);
    expect(names('.')).toEqual(all);
    expect(names('--all')).toEqual(all);
    expect(names('models/dist models/a models/a/pipeline.yaml')).toEqual([
      'models/dist/pipeline.yaml',
      'models/a/pipeline.yaml',
    ]);
    expect(check('models', files).stdout).toMatch(
      /^models\/a\/pipeline\.yaml \(spec with 1 step\): no findings\n\nmodels\/b\/definition\.json \(definition with 1 step\)/,
    );
  });

  it('of a folder are its templates beside its pipelines', () => {
    const beside = { ...files, 'models/b/stack.template.json': '{"Resources":{}}' };
    expect(found('models/b', beside).checked.map(({ file }) => file)).toEqual([
      'models/b/definition.json',
      'models/b/pipeline.yml',
      'models/b/stack.template.json',
    ]);
  });

  it.skipIf(process.platform === 'win32')('are files: pipes and links to nothing are passed over', () => {
    const folder = folderWith(files);
    execFileSync('mkfifo', [join(folder, 'models/pipe.json')]);
    symlinkSync('nowhere', join(folder, 'models/link.json'));
    const { stdout } = runCli(['check', '--all', '--json'], { folder });
    expect(checkDocument.parse(JSON.parse(stdout)).checked).toHaveLength(3);
    const { exitCode, stderr } = runCli(['check', 'models/link.json'], { folder });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no file models/link.json');
    expect(stderr).not.toContain('did you mean models/link.json');
  });

  it('of a project are all, from wherever it is asked', () => {
    const folder = folderWith(files);
    const { stdout } = runCli(['check', '--all', '--json'], { folder: join(folder, 'notes') });
    expect(checkDocument.parse(JSON.parse(stdout)).checked.map(({ file }) => file)).toContain(
      '../models/a/pipeline.yaml',
    );
    const empty = runCli(['check', '--all'], { folder: folderWith({ 'project.config.yaml': 'environments: {}\n' }) });
    expect(empty).toEqual({ exitCode: 0, stdout: 'ok: nothing to check in the project\n', stderr: '' });
  });

  it.each([
    ['notes/README.md', 'notes/README.md is nothing that can be checked', 'PATH is a spec'],
    ['models/b/notes.yaml', 'is nothing that can be checked', 'PATH is a spec'],
    ['notes', 'there is nothing to check below notes', 'pipeline.yaml'],
    ['no.yaml', 'there is no file no.yaml', 'check the path'],
    ['--all models', '--all checks the whole project', 'usage: millrace check'],
    ['--fail-on nothing', '--fail-on: "nothing" is not a value', 'error, warning'],
    ['--profile strict', '--profile: "strict" is not a value', 'baseline, regulated, cost'],
    ['models --deployed d.json', '3 are to be checked', 'name one PATH'],
  ])('%s is wrong usage', (line, sentence, help) => {
    const { exitCode, stdout, stderr } = check(line, files);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain(help);
  });
});

it('compares with what is deployed', () => {
  const cached = spec().replace('retry: transient', 'retry: transient\n      cache: 7d');
  const isolated = cached.replace('maxRuntime: 1h', 'maxRuntime: 1h\n        enableNetworkIsolation: true');
  const folder = folderWith({ 'old.yaml': cached, 'new.yaml': isolated });
  runCli(['compile', 'old.yaml', '-o', 'now.json'], { folder });
  const rules = (...words: readonly string[]) =>
    rulesIn(
      checkDocument.parse(
        JSON.parse(runCli(['check', 'new.yaml', '--profile', 'regulated', '--json', ...words], { folder }).stdout),
      ),
    );
  expect(rules()).not.toContain('MR-CAC-005');
  expect(rules('--deployed', 'now.json')).toContain('MR-CAC-005');
  const broken = runCli(['check', 'old.yaml', '--deployed', 'old.yaml'], { folder });
  expect(broken).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^old\.yaml:1:1 error/) });
});

it('knows the profiles of the schema', () => {
  expect(CHECK_PROFILES).toEqual(GOVERNANCE_PROFILES);
});
