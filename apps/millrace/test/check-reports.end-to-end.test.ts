import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';
import { DEFINITION, SPEC } from './samples.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('a report', () => {
  const folder = () => folderWith({ 'p.yaml': SPEC });

  it.each([
    ['sarif', /"version": "2\.1\.0"/],
    ['junit', /^<\?xml .*<testsuites/s],
    ['markdown', /\| .*MR-/],
  ])('in %s goes to standard output, or into a file', (format, content) => {
    const where = folder();
    const { exitCode, stdout, stderr } = runCli(['check', 'p.yaml', '--format', format], { folder: where });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toMatch(content);
    const words = ['check', 'p.yaml', '--format', format, '-o', 'report', '--json'];
    const filed = runCli(words, { folder: where });
    expect(readFileSync(join(where, 'report'), 'utf8')).toBe(stdout);
    expect(checkDocument.parse(JSON.parse(filed.stdout)).findings).not.toEqual([]);
  });

  it('does not share standard output with the document', () => {
    const { exitCode, stderr } = runCli(['check', 'p.yaml', '--format', 'sarif', '--json'], { folder: folder() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('add -o OUT for the report in the format sarif');
  });
});

describe('templates', () => {
  const template = (definition: string) =>
    JSON.stringify(
      {
        Resources: {
          Pipe: {
            Type: 'AWS::SageMaker::Pipeline',
            Metadata: { 'aws:cdk:path': 'Stack/Pipe/Resource' },
            Properties: { PipelineDefinition: { PipelineDefinitionBody: definition } },
          },
        },
      },
      undefined,
      2,
    );
  const steps = [{ Name: 'Train', Type: 'Training', Arguments: { EnableManagedSpotTraining: true } }];
  const poor = template(JSON.stringify({ Version: '2020-12-01', Steps: steps }));
  const artifacts = {
    Stack: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Stack.template.json' } },
    'Stack.assets': { type: 'cdk:asset-manifest', properties: { file: 'Stack.assets.json' } },
    Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } },
  };
  const assets = {
    files: { a: { source: { path: 'Nested.nested.template.json' } }, b: { source: { path: 'asset.b' } } },
  };
  const files = {
    'project.config.yaml': 'environments: {}\n',
    'models/definition.json': DEFINITION,
    'infra/cdk.out/manifest.json': JSON.stringify({ version: '40.0.0', artifacts }),
    'infra/cdk.out/Stack.assets.json': JSON.stringify(assets),
    'infra/cdk.out/Stack.template.json': poor,
    'infra/cdk.out/Nested.nested.template.json': poor,
    'infra/cdk.out/Gone.template.json': poor,
    'infra/cdk.out/assembly-Prod/manifest.json': JSON.stringify({
      version: '40.0.0',
      artifacts: { Stack: artifacts.Stack },
    }),
    'infra/cdk.out/assembly-Prod/Stack.template.json': poor,
  };
  const ALL = [
    'infra/cdk.out/Nested.nested.template.json',
    'infra/cdk.out/Stack.template.json',
    'infra/cdk.out/assembly-Prod/Stack.template.json',
  ];

  function check(...words: readonly string[]) {
    const { exitCode, stdout } = runCli(['check', ...words, '--json'], { folder: folderWith(files) });
    return { exitCode, ...checkDocument.parse(JSON.parse(stdout)) };
  }

  it('are held against the rules, with the definitions inside', () => {
    const { exitCode, findings, checked } = check('infra/cdk.out/Stack.template.json');
    expect(exitCode).toBe(1);
    expect(checked).toEqual([{ file: 'infra/cdk.out/Stack.template.json', what: 'template with 1 resource' }]);
    expect(findings.find(({ rule }) => rule === 'MR-RES-001')).toMatchObject({
      construct: 'Stack/Pipe/Resource',
      steps: ['Train'],
      file: 'infra/cdk.out/Stack.template.json',
      line: 10,
    });
  });

  it('name the construct, where a line says little', () => {
    const { stdout } = runCli(['check', 'infra/cdk.out/Stack.template.json'], { folder: folderWith(files) });
    expect(stdout).toMatch(/policy\/MR-RES-001 .* \(Stack\/Pipe\/Resource, Train\)\n/);
  });

  it('of a cloud assembly are those that its manifest names, stages and nested stacks included', () => {
    const names = (...words: readonly string[]) => check(...words).checked.map(({ file }) => file);
    expect(names('infra/cdk.out')).toEqual(ALL);
    expect(names('--all')).toEqual(['models/definition.json', ...ALL]);
    expect(names('.')).toEqual(['models/definition.json']);
  });

  it('of the accounts of other environments are left to those', () => {
    const of = (account: string) => ({ ...artifacts.Stack, environment: `aws://${account}/eu-west-1` });
    const folder = folderWith({
      'project.config.yaml': 'environments: { dev: { account: "111111111111" }, prod: { account: "222222222222" } }\n',
      'cdk.out/manifest.json': JSON.stringify({ version: '40.0.0', artifacts: { Stack: of('111111111111') } }),
      'cdk.out/Stack.template.json': poor,
    });
    const found = (environment: string) => {
      const { stdout } = runCli(['check', '--all', '-e', environment, '--json'], { folder });
      const { findings, checked } = checkDocument.parse(JSON.parse(stdout));
      return { isFound: findings.length > 0, checked: checked.map(({ what }) => what) };
    };
    expect(found('dev')).toEqual({ isFound: true, checked: ['template with 1 resource'] });
    expect(found('prod')).toEqual({
      isFound: false,
      checked: ['template of account 111111111111, not held against the rules of prod'],
    });
  });

  it('without a manifest are all in the folder', () => {
    const folder = folderWith({ 'out/a.template.json': poor, 'out/b.template.json': poor });
    const { stdout } = runCli(['check', 'out', '--json'], { folder });
    expect(checkDocument.parse(JSON.parse(stdout)).checked).toHaveLength(2);
  });

  it('in YAML are known, not supported yet', () => {
    const folder = folderWith({ 't.yaml': 'Resources:\n  A: { Type: !Ref X }\n' });
    const { exitCode, stderr } = runCli(['check', 't.yaml'], { folder });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('a template in YAML (t.yaml) is known, not supported yet');
  });
});
