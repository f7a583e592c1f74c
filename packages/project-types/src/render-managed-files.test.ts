import { execSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ProjectAnswers } from './project-answers.js';
import { renderManagedFiles } from './render-managed-files.js';

const answers: ProjectAnswers = {
  projectName: 'churn',
  models: ['churn', 'fraud'],
  millracePackages: { millrace: 'file:vendor/millrace/millrace-0.1.0.tgz', '@millrace/schema': '^0.1.0' },
};

function json(path: string, from = renderManagedFiles(answers)) {
  return JSON.parse(from.get(path) ?? '');
}

describe('renderManagedFiles', () => {
  it('renders one tree, sorted by path, with a project.json for each model', () => {
    expect([...renderManagedFiles(answers).keys()]).toEqual([
      '.editorconfig',
      '.github/workflows/checks.yaml',
      '.gitignore',
      'cdk.json',
      'infra/project.json',
      'models/churn/project.json',
      'models/fraud/project.json',
      'nx.json',
      'package.json',
      'tools/run-python.mjs',
      'tsconfig.json',
    ]);
  });

  it('gives the same bytes for the same answers', () => {
    const reordered = { ...answers, millracePackages: { '@millrace/schema': '^0.1.0', millrace: '^0.1.0' } };
    const ordered = { ...answers, millracePackages: { millrace: '^0.1.0', '@millrace/schema': '^0.1.0' } };
    expect(renderManagedFiles(ordered)).toEqual(renderManagedFiles(reordered));
    expect(renderManagedFiles(ordered).get('package.json')).toBe(renderManagedFiles(reordered).get('package.json'));
  });

  it('ends every file with one newline and uses no tabs or Windows line ends', () => {
    for (const [path, text] of renderManagedFiles(answers)) {
      expect(text, path).toMatch(/[^\n]\n$/);
      expect(text, path).not.toMatch(/[\t\r]/);
    }
  });

  it('pins third-party tools exactly and takes our packages from where the answers say', () => {
    const { '@millrace/schema': schema, millrace, ...tools } = json('package.json').devDependencies;
    expect({ schema, millrace }).toEqual({ schema: '^0.1.0', millrace: 'file:vendor/millrace/millrace-0.1.0.tgz' });
    expect(Object.keys(tools)).toEqual(expect.arrayContaining(['aws-cdk', 'aws-cdk-lib', 'nx', 'typescript']));
    for (const version of Object.values(tools)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('names the package unlike any dependency, whatever the project is called', () => {
    const project = renderManagedFiles({ ...answers, projectName: 'nx' });
    expect(json('package.json', project).name).toBe('nx-project');
  });

  it('gives each model the targets of the daily work', () => {
    const { name, targets } = json('models/fraud/project.json');
    expect(name).toBe('fraud');
    expect(targets).toEqual({
      validate: { command: 'millrace validate models/fraud/pipeline.yaml' },
      check: { command: 'millrace check models/fraud/pipeline.yaml' },
      test: { command: 'node tools/run-python.mjs models/fraud/requirements-dev.txt -m pytest models/fraud' },
      'dry-run': { command: 'millrace dry-run models/fraud/pipeline.yaml --launcher process' },
      graph: { command: 'millrace graph models/fraud/pipeline.yaml' },
    });
  });

  it('gives infra the targets of the daily work, which depend on every model', () => {
    const { name, implicitDependencies, namedInputs, targets } = json('infra/project.json');
    expect({ name, implicitDependencies }).toEqual({ name: 'infra', implicitDependencies: ['churn', 'fraud'] });
    expect(namedInputs.default).toEqual(expect.arrayContaining(['{workspaceRoot}/models/**/*', 'project', 'tools']));
    expect(targets.synth).toEqual({ command: 'cdk synth --quiet', outputs: ['{workspaceRoot}/cdk.out'] });
    expect(json('nx.json').targetDefaults.synth).toEqual({ cache: true, inputs: ['default'] });
  });

  it('makes what CloudFormation would refuse an error', () => {
    expect(json('cdk.json').context).toMatchObject({ '@aws-cdk/core:validateAgainstDefaultRules': true });
  });

  it('never replays a dry run from a cache', () => {
    expect(json('nx.json').targetDefaults['dry-run']).toEqual({ cache: false });
  });

  it('checks again when the ledger or the config changes, and on another day, for exceptions expire', () => {
    const { namedInputs, targetDefaults } = json('nx.json');
    expect(namedInputs.project).toEqual([
      '{workspaceRoot}/project.config.yaml',
      '{workspaceRoot}/millrace.lock.yaml',
      '{workspaceRoot}/governance/**/*',
    ]);
    const [, , { runtime }] = targetDefaults.check.inputs;
    expect(targetDefaults.check).toEqual({ cache: true, inputs: ['default', 'project', { runtime }] });
    expect(execSync(runtime, { encoding: 'utf8' })).toMatch(/^\d{4}-\d{2}-\d{2}\n$/);
  });
});
