import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MlProject } from './ml-project.js';

const spec = (name: string) => `
projectName: ${name}
pipeline:
  steps: [{ name: Stop, type: Fail, fail: { message: no } }]
`;
const registering = (name: string, group: string) => `
projectName: ${name}
modelPackageGroupName: ${group}
pipeline:
  steps:
    - { name: Own, type: RegisterModel, register: { modelData: "s3://elsewhere/m.tar.gz",
        imageUri: "{{account}}.dkr.ecr.{{region}}.amazonaws.com/team/churn:1" } }
    - { name: Aws, type: RegisterModel, register: { modelData: "s3://elsewhere/m.tar.gz",
        framework: { name: sklearn, version: 1.4-2 } } }
`;
const accounts = `
environments:
  dev: { account: "111111111111", region: eu-west-1 }
  test: { account: "111111111111", region: eu-west-1 }
  prod: { account: "333333333333", region: eu-west-1 }
registry: dev
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ml-project-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('MlProject', () => {
  it('reads environments and models, from any folder of the project', async () => {
    write('project.config.yaml', accounts);
    write('models/fraud/pipeline.yaml', spec('fraud'));
    write('models/churn/pipeline.yaml', spec('churn'));
    write('models/README.md', 'no model');
    const project = await MlProject.load(join(folder, 'models/churn'));
    expect(project.environments.map(({ name }) => name)).toEqual(['dev', 'test', 'prod']);
    expect(project.registry.name).toBe('dev');
    expect(project.consumers).toEqual(['333333333333']);
    const [churn] = project.models;
    expect(churn?.source.pipeline.settings.platform.consumerAccounts).toEqual(['333333333333']);
    expect(project.models.map(({ name, source }) => [name, source.pipeline.pipelineName])).toEqual([
      ['churn', 'churn-sm-pipeline'],
      ['fraud', 'fraud-sm-pipeline'],
    ]);
  });

  it('has no other accounts where none is given', async () => {
    write('project.config.yaml', 'environments: { dev: { region: eu-west-1 }, prod: { region: eu-west-1 } }');
    write('models/churn/pipeline.yaml', spec('churn'));
    expect((await MlProject.load(folder)).consumers).toEqual([]);
  });

  it('knows the groups that models are registered in, as the environment of the registry has them', async () => {
    write('project.config.yaml', accounts);
    write('models/churn/pipeline.yaml', registering('churn', '"{{env}}-churn"'));
    expect((await MlProject.load(folder)).groups).toEqual([
      {
        modelPackageGroupName: 'dev-churn',
        modelsPrefix: 'dev/churn-sm-pipeline/models/',
        repositoryArns: [
          'arn:aws:ecr:eu-west-1:111111111111:repository/team/churn',
          'arn:aws:ecr:eu-west-1:141502667606:repository/sagemaker-scikit-learn',
        ],
      },
    ]);
  });

  it('refuses groups that consumers could not know, and that two models share', async () => {
    write('project.config.yaml', accounts);
    write('models/churn/pipeline.yaml', registering('churn', 'ssm:/group'));
    await expect(MlProject.load(folder)).rejects.toThrow('models/churn: nothing gives a value for ssm:/group');
    write('models/churn/pipeline.yaml', registering('churn', 'both'));
    write('models/fraud/pipeline.yaml', registering('fraud', 'both'));
    await expect(MlProject.load(folder)).rejects.toThrow('Two models register into the model package group "both"');
  });

  it('shows the lines of a wrong config and of a wrong spec', async () => {
    write('project.config.yaml', 'environments: { dev: { region: eu-west-1 } }\nregistry: prod');
    await expect(MlProject.load(folder)).rejects.toThrow(/project\.config\.yaml:2:11 .*there is no environment "prod"/);
    write('project.config.yaml', accounts);
    write('models/churn/pipeline.yaml', spec('churn').replace('Fail', 'Fial'));
    await expect(MlProject.load(folder)).rejects.toThrow(/pipeline\.yaml:4:.*Fial/);
  });

  it('says what is missing', async () => {
    await expect(MlProject.load(folder)).rejects.toThrow(`There is no project.config.yaml in ${folder} or above it`);
    write('project.config.yaml', accounts);
    await expect(MlProject.load(folder)).rejects.toThrow(`There is no models/*/pipeline.yaml in ${folder}`);
  });
});
