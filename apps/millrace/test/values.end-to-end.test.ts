import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';

const FRAMEWORK = `
projectName: "{{org}}-{{env}}"
pipeline:
  steps:
    - name: Prepare
      type: Processing
      environment: { TEAM: "{{context:team}}", WHERE: "{{region}}" }
      processing:
        framework: { name: sklearn, version: 1.2-1 }
        instanceType: ml.m5.large
        instanceCount: "{{context:count}}"
`;

const FILES = {
  'models/a/pipeline.yaml': FRAMEWORK,
  'models/a/scarce.yaml': FRAMEWORK.replace('sklearn, version: 1.2-1', 'clarify'),
  'project.config.yaml': `
environments:
  dev: { account: "123456789012", region: eu-west-1, values: { "context:team": blue, "context:count": "2", org: acme } }
  china: { region: cn-north-1, values: { "context:count": many } }
  far: { region: ap-southeast-7 }
`,
  'mdaa.yaml': `
organization: umbrella
context: { team: green, count: 3 }
domains: { ml: { environments: { test: { modules: { a: { module_configs: [models/a/pipeline.yaml] } } } } } }
`,
};

function project(): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function run(line: string) {
  return runCli(line.split(' '), { folder: project() });
}

/** What a compilation makes of the one step. */
function compile(options: string) {
  const { stdout } = run(`compile models/a/pipeline.yaml --json ${options}`);
  const { definition, unbound } = compileDocument.parse(JSON.parse(stdout));
  const text = JSON.stringify(definition);
  const pick = (pattern: RegExp) => pattern.exec(text)?.[1];
  return {
    image: pick(/"ImageUri":"([^"]*)"/),
    team: pick(/"TEAM":"([^"]*)"/),
    count: pick(/"InstanceCount":([^,}]*)/),
    where: pick(/"WHERE":"([^"]*)"/),
    unbound,
  };
}

describe('deploy values', () => {
  it('come from an environment, and images with its region', () => {
    expect(compile('-e dev')).toMatchObject({
      image: '141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3',
      team: 'blue',
      count: '2',
      where: 'eu-west-1',
      unbound: ['jobRoleArn', 'kmsKeyArn'],
    });
  });

  it('come from --set first, then from the environment, then from the MDAA config', () => {
    const all = '--mdaa mdaa.yaml -e dev --set context:team=red --set region=us-west-2';
    expect(compile(all)).toMatchObject({ team: 'red', count: '2', where: 'us-west-2' });
    expect(compile(all).image).toContain('us-west-2');
    expect(compile('--mdaa mdaa.yaml')).toMatchObject({ team: 'green', count: '3' });
    expect(compile('--mdaa mdaa.yaml').unbound).toContain('image:sklearn:1.2-1');
  });

  it('name the drawing', () => {
    expect(run('graph models/a/pipeline.yaml --format markdown -e dev').stdout).toContain('acme-dev');
    expect(run('graph models/a/pipeline.yaml --format markdown --mdaa mdaa.yaml').stdout).toContain('umbrella-test');
  });

  it('are checked where they are given', () => {
    const { exitCode, stdout } = run('validate models/a/pipeline.yaml -e china');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('the deploy value context:count is "many", but a whole number is wanted');
    expect(run('validate models/a/pipeline.yaml -e dev').exitCode).toBe(0);
    expect(run('dry-run models/a/pipeline.yaml -e china')).toMatchObject({ exitCode: 1 });
    expect(run('compile models/a/pipeline.yaml -e china')).toMatchObject({ exitCode: 1, stdout: '' });
  });

  it('have local values of their type in a dry run', () => {
    expect(run('dry-run models/a/pipeline.yaml')).toMatchObject({ exitCode: 0 });
  });

  it('include images, which not every region has', () => {
    const told = 'AWS does not serve image:clarify:1.0 in ap-southeast-7';
    expect(run('compile models/a/scarce.yaml -e far').stderr).toContain(told);
    expect(run('validate models/a/scarce.yaml -e far').stdout).toContain(told);
    expect(run('dry-run models/a/scarce.yaml -e far').exitCode).toBe(1);
    expect(run('compile models/a/scarce.yaml -e far --set image:clarify:1.0=mine:1').exitCode).toBe(0);
  });

  it('are asked for with names that exist', () => {
    expect(run('validate models/a/pipeline.yaml -e dv')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('did you mean "dev"?'),
    });
    expect(run('graph models/a/pipeline.yaml --mdaa-scope ml/test').exitCode).toBe(2);
    expect(run('graph models/a/pipeline.yaml --mdaa no.yaml').exitCode).toBe(2);
    const scope = run('compile models/a/pipeline.yaml --mdaa mdaa.yaml --mdaa-scope ml/tset');
    expect(scope).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('did you mean "ml/test"?') });
  });
});
